package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.drsformer.Progress;
import org.drsformer.network.strip.Strips;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Images in a batch do not influence each other, although attention and experts use statistics of whole images. */
@ExtendWith(Inference.class)
class BatchTest {

	private static final StripBudget[] BUDGETS = { StripBudget.RECORDING, StripBudget.FEW_CACHING_VALUES,
		StripBudget.MINIMAL };

	@ParameterizedTest
	@ValueSource(strings = { "d8_plain raw1_rain_32x48_in.npy", "d8_mefc_biasfree_bias_1ch raw1_spa_48x32_in.npy",
		"d16_mefc raw0_rnd_64x64_in.npy", "r_d8_withbias raw0_rnd_16x24_in.npy",
		"r_d8_biasfree_bias_gray raw0_rnd_16x24_in.npy", "r_d8_dual_pixel raw0_rnd_16x24_in.npy" })
	void eachImageGivesTheSameAsAlone(final String image, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(image.split(" ")[0]);
		final RestorationNetwork network = golden.build(manager);
		final NDArray one = golden.map(image.split(" ")[1], manager);
		final NDArray other = one.flip(1, 2).square();
		final double[] alone = forward(network, one, StripBudget.WHOLE);
		final double[] otherAlone = forward(network, other, StripBudget.WHOLE);
		for (final StripBudget budget : BUDGETS) {
			check(concatenate(alone, otherAlone), forward(network, one.concat(other), budget), budget);
			check(concatenate(otherAlone, alone), forward(network, other.concat(one), budget), budget);
			check(concatenate(alone, alone), forward(network, one.concat(one), budget), budget);
		}
	}

	/** The form of the checkpoint does not change a single bit of the result. */
	@ParameterizedTest
	@ValueSource(strings = { "d8_plain raw1_rain_32x48_in.npy", "r_d8_withbias raw0_rnd_16x24_in.npy",
		"r_d8_biasfree_bias_gray raw0_rnd_16x24_in.npy" })
	void allFormsOfACheckpointGiveTheSame(final String image, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(image.split(" ")[0]);
		final NDArray input = golden.map(image.split(" ")[1], manager);
		final double[] expected = forward(golden.build(manager), input, StripBudget.WHOLE);
		GoldenNetwork.entries("checkpoints", golden.name()).forEach(entry -> {
			final RestorationNetwork network = golden.read(entry.text("file")).build(manager);
			final double[] actual = forward(network, input, StripBudget.WHOLE);
			assertArrayEquals(expected, actual, entry.text("file"));
		});
	}

	private static void check(final double[] expected, final double[] actual, final StripBudget budget) {
		Deviation.between(expected, actual).assertWithin(Deviation.CLOSE, budget.toString());
	}

	private static double[] forward(final RestorationNetwork network, final NDArray image, final StripBudget budget) {
		final Strips strips = budget.strips(network.configuration(), image.getShape(), Progress.NONE);
		return Maps.values(network.forward(image, strips));
	}

	private static double[] concatenate(final double[] first, final double[] second) {
		return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
	}
}
