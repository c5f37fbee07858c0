package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.drsformer.Progress;
import org.drsformer.engine.Torch;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.strip.ScarceStrips;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** If there is not enough memory for a strip, the strip is halved, and the result is the same. */
@ExtendWith(Inference.class)
class OutOfMemoryTest {

	private static final Shape SIZE = new Shape(1, 64, 40, 3);
	private static final double TOLERANCE = 2e-5;

	private static RestorationNetwork network(final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load("d8_plain");
		return RestorationNetwork.of(Configuration.infer(golden.weights(), "d8_plain"), golden.weights(), manager);
	}

	private static NDArray image(final NDManager manager) {
		final Random random = new Random(5);
		final float[] values = new float[(int) SIZE.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		return manager.create(values, SIZE);
	}

	@ParameterizedTest
	@CsvSource({ "2000, 1", "1000, 1", "600, 1", "2000, 2", "1000, 4", "600, 3" })
	void halvedStripsGiveTheSameResult(final long pixels, final int threads, final NDManager manager) {
		final RestorationNetwork network = network(manager);
		final NDArray image = image(manager);
		final double[] expected = Maps
			.values(network.forward(image, StripBudget.WHOLE.strips(network.configuration(), SIZE, Progress.NONE)));
		final ScarceStrips scarce = new ScarceStrips(pixels, threads);
		Deviation.between(expected, Maps.values(network.forward(image, scarce)))
			.assertWithin(TOLERANCE, pixels + " pixels");
		assertTrue(scarce.failures() > 0, "nothing failed");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3 })
	void withoutMemoryForTheSmallestStripItFailsAndFreesAll(final int threads, final NDManager manager) {
		final RestorationNetwork network = network(manager);
		final NDArray image = image(manager);
		final int before = manager.getManagedArrays().size();
		final EngineException failure = assertThrows(EngineException.class,
			() -> network.forward(image, new ScarceStrips(50, threads)));
		assertTrue(Torch.isOutOfMemory(failure));
		assertEquals(before, manager.getManagedArrays().size());
	}
}
