package org.drsformer.network;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.drsformer.Progress;
import org.drsformer.engine.Torch;
import org.drsformer.network.strip.Strips;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Networks of random configurations agree with {@link PlainReference} in double precision. */
@ExtendWith(Inference.class)
class RandomConfigurationTest {

	private static final int NETWORKS = 200;
	/** For values of at most 1; larger results have larger rounding errors. */
	private static final double TOLERANCE = 2e-5;

	static LongStream seeds() {
		return LongStream.range(0, NETWORKS);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void stripFormAgreesWithTheFormulas(final long seed, final NDManager manager, final TestReporter reporter) {
		final Random random = new Random(seed);
		final RandomNetwork drawn = RandomNetwork.of(random);
		final NDArray image = image(drawn.configuration().inputChannels(), random, manager);
		final TopKGap gap = new TopKGap();
		final double[] expected = reference(drawn, image, gap, manager);
		final RestorationNetwork network = RestorationNetwork.of(drawn.configuration(), drawn.weights(), manager);
		final double tolerance = TOLERANCE * Math.max(1, DoubleStream.of(expected).map(Math::abs).max().orElseThrow());
		for (final StripBudget budget : budgets(random)) {
			Torch.setThreads(1 + random.nextInt(2));
			final Strips strips = budget.strips(drawn.configuration(), image.getShape(), Progress.NONE);
			final Deviation deviation = Deviation.between(expected, Maps.values(network.forward(image, strips)));
			final String what = "seed " + seed + ", " + budget + ", " + image.getShape() + ", " + drawn.configuration();
			if (gap.strict())
				deviation.assertWithin(tolerance, what + " of " + tolerance);
			else if (deviation.assertWithinOrFlipped(tolerance, what))
				reporter.publishEntry("flipped top-k index", what);
		}
	}

	private static StripBudget[] budgets(final Random random) {
		return new StripBudget[] { StripBudget.RECORDING,
			StripBudget.values()[1 + random.nextInt(StripBudget.values().length - 1)] };
	}

	/** Returns an image (N, H, W, C) whose sides are multiples of 8, one up to 48, the other up to 24. */
	private static NDArray image(final int channels, final Random random, final NDManager manager) {
		final int height = 8 * (1 + random.nextInt(6));
		final int width = 8 * (1 + random.nextInt(height > 24 ? 3 : 6));
		final Shape shape = new Shape(1 + random.nextInt(4) / 3, height, width, channels);
		final float[] values = new float[(int) shape.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		return manager.create(values, shape);
	}

	private static double[] reference(final RandomNetwork network, final NDArray image, final TopKGap gap,
		final NDManager manager)
	{
		final PlainReference reference = new PlainReference(network.configuration(),
			PlainReference.arrays(network.weights(), DataType.FLOAT64, manager), gap);
		return reference.forward(image.transpose(0, 3, 1, 2).toType(DataType.FLOAT64, false)).toDoubleArray();
	}
}
