package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.drsformer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The number of threads changes nothing but the time. */
@ExtendWith(Inference.class)
class ThreadsTest {

	private static final int[] THREADS = { 2, 4 };
	private static final StripBudget[] BUDGETS = { StripBudget.WHOLE, StripBudget.FEW_CACHING_VALUES,
		StripBudget.MANY };

	private static NDArray image(final Shape shape, final NDManager manager) {
		final Random random = new Random(7);
		final float[] values = new float[(int) shape.size()];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextFloat();
		return manager.create(values, shape);
	}

	@ParameterizedTest
	@ValueSource(strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "d16_mefc", "r_d8_withbias", "r_d8_dual_pixel",
		"r_d8_biasfree_bias_gray" })
	void theBitsAreTheSame(final String name, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(name);
		final RestorationNetwork network = golden.build(manager);
		final NDArray image = image(new Shape(1, 72, 56, golden.configuration().inputChannels()), manager);
		for (final StripBudget budget : BUDGETS) {
			final float[] alone = forward(network, image, budget, 1);
			for (final int threads : THREADS)
				assertArrayEquals(alone, forward(network, image, budget, threads), budget + ", " + threads);
		}
	}

	private static float[] forward(final RestorationNetwork network, final NDArray image, final StripBudget budget,
		final int threads)
	{
		try (NDArray result = network.forward(image,
			budget.strips(network.configuration(), image.getShape(), threads, Progress.NONE))) {
			return result.toFloatArray();
		}
	}

	/** As above, with the limits that users get, also where there is memory only for some of the threads. */
	@ParameterizedTest
	@CsvSource({ "d16_mefc, 1", "d16_mefc, 26214400", "d16_mefc, 4294967296", "r_d8_withbias, 1",
		"r_d8_withbias, 26214400", "r_d8_withbias, 4294967296" })
	void theBitsAreTheSameForAnyMemory(final String name, final long memory, final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load(name).build(manager);
		final NDArray image = image(new Shape(1, 120, 136, 3), manager);
		final float[] alone = network.forward(image, memory, 1, Progress.NONE).toFloatArray();
		for (final int threads : THREADS)
			assertArrayEquals(alone, network.forward(image, memory, threads, Progress.NONE).toFloatArray(),
				threads + " threads");
	}

	@Test
	void progressIsToldOnOneThreadAndRisesToOne(final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load("d16_mefc").build(manager);
		final NDArray image = image(new Shape(1, 120, 136, 3), manager);
		final Thread caller = Thread.currentThread();
		final List<Double> told = new ArrayList<>();
		network.forward(image, Long.MAX_VALUE, 3, fraction -> {
			assertEquals(caller, Thread.currentThread());
			told.add(fraction);
		});
		for (int i = 1; i < told.size(); i++)
			assertTrue(told.get(i) >= told.get(i - 1), "fell to " + told.get(i));
		assertEquals(1, told.get(told.size() - 1), 1e-9);
	}

	@ParameterizedTest
	@ValueSource(strings = { "d16_mefc", "r_d8_withbias" })
	void cancellingStopsAllThreadsAndLeavesNothing(final String name, final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load(name).build(manager);
		final NDArray image = image(new Shape(1, 96, 72, 3), manager);
		final int before = manager.getManagedArrays().size();
		// one of three threads does at least a third of about 200 strips, or catches up after each pass
		for (int call = 1; call <= 30; call += 6) {
			final int last = call;
			final int[] calls = new int[1];
			assertThrows(CancellationException.class, () -> network.forward(image,
				StripBudget.MANY_CACHING_VALUES.strips(network.configuration(), image.getShape(), 3, fraction -> {
					if (++calls[0] == last)
						throw new CancellationException();
				})));
			assertEquals(before, manager.getManagedArrays().size(), "open after cancelling at call " + call);
		}
	}
}
