package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.drsformer.Progress;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Memory, progress, cancelling and threads of a network. */
@ExtendWith(Inference.class)
class RestorationNetworkTest {

	private static final String SMALL = "d8_mefc_biasfree_bias_1ch";
	private static final String SMALL_IMAGE = "raw1_spa_48x32_in.npy";
	private static final long GENEROUS = 4L << 30;

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, 1, Long.MAX_VALUE })
	void memoryDoesNotChangeTheResult(final long memory, final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load("d16_mefc").build(manager);
		final NDArray image = GoldenNetwork.load("d16_mefc").map("raw1_rain_64x96_in.npy", manager).repeat(1, 2);
		final double[] expected = Maps.values(network.forward(image, GENEROUS, 1, Progress.NONE));
		final double[] actual = Maps.values(network.forward(image, memory, 1, Progress.NONE));
		Deviation.between(expected, actual).assertWithin(2e-5, memory + " bytes");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, GENEROUS })
	void nothingIsLeftOpen(final long memory, final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load(SMALL).build(manager);
		final NDArray image = GoldenNetwork.load(SMALL).map(SMALL_IMAGE, manager);
		int open = 0;
		for (int i = 0; i < 20; i++) {
			network.forward(image, memory, 1, Progress.NONE).close();
			open = i == 0 ? open(manager) : open;
		}
		assertEquals(open, open(manager));
	}

	/** Counts the arrays of a manager and of the managers of its networks. */
	private static int open(final NDManager manager) {
		return manager.getManagedArrays().size();
	}

	@Test
	void aForwardPassAddsNothingButItsResult(final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load(SMALL).build(manager);
		final NDArray image = GoldenNetwork.load(SMALL).map(SMALL_IMAGE, manager);
		final int before = open(manager);
		network.forward(image, 1, 1, Progress.NONE);
		assertEquals(before + 1, open(manager));
	}

	@Test
	void aClosedNetworkLeavesNothing(final NDManager manager) {
		final int before = open(manager);
		GoldenNetwork.load(SMALL).build(manager).close();
		assertEquals(before, open(manager));
	}

	@ParameterizedTest
	@ValueSource(strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "d16_mefc", "full48_mefc", "full48_200L_SPA",
		"r_d8_withbias", "r_d8_dual_pixel" })
	void progressRisesToOne(final String name, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(name);
		final RestorationNetwork network = golden.build(manager);
		final NDArray image = manager.ones(new Shape(2, 16, 24, golden.configuration().inputChannels()));
		for (final long memory : new long[] { 1, GENEROUS }) {
			final List<Double> told = new ArrayList<>();
			network.forward(image, memory, 1, told::add).close();
			for (int i = 1; i < told.size(); i++)
				assertTrue(told.get(i) >= told.get(i - 1), "fell to " + told.get(i));
			assertEquals(1, told.get(told.size() - 1), 1e-9);
			// more than 1 would be hidden by the strips, which report at most 1
			assertTrue(told.get(told.size() - 2) < 1, "1 before the end");
		}
	}

	@Test
	void cancellingStopsAtOnceAndLeavesNothing(final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load(SMALL).build(manager);
		final int before = open(manager);
		final int calls = callsUntil(network, manager, Integer.MAX_VALUE);
		for (int call = 1; call <= calls; call += 1 + calls / 25) {
			final int last = call;
			assertThrows(CancellationException.class, () -> callsUntil(network, manager, last));
			assertEquals(before, open(manager), "open after cancelling at call " + call + " of " + calls);
		}
	}

	/**
	 * Runs the network in many strips and with a manager of this call, cancels at a report of progress, and fails if
	 * there is another report.
	 */
	private static int callsUntil(final RestorationNetwork network, final NDManager parent, final int last) {
		final int[] calls = new int[1];
		final Progress progress = fraction -> {
			assertTrue(++calls[0] <= last, "told after cancelling");
			if (calls[0] == last)
				throw new CancellationException();
		};
		try (NDManager manager = parent.newSubManager()) {
			final NDArray image = GoldenNetwork.load(SMALL).map(SMALL_IMAGE, manager);
			network.forward(image,
				StripBudget.MANY_CACHING_VALUES.strips(network.configuration(), image.getShape(), progress));
			return calls[0];
		}
	}

	@Test
	void cancellingClosesTheArraysOfTheCall(final NDManager manager) {
		final RestorationNetwork network = GoldenNetwork.load(SMALL).build(manager);
		final NDArray image = GoldenNetwork.load(SMALL).map(SMALL_IMAGE, manager);
		final int before = open(manager);
		for (int call = 1; call <= 120; call += 7) {
			final int last = call;
			final int[] calls = new int[1];
			assertThrows(CancellationException.class, () -> network.forward(image,
				StripBudget.MANY_CACHING_VALUES.strips(network.configuration(), image.getShape(), fraction -> {
					if (++calls[0] == last)
						throw new CancellationException();
				})));
			assertEquals(before, open(manager), "open after cancelling at call " + call);
		}
	}

	@Test
	void severalThreadsMayUseANetwork(final NDManager manager) throws InterruptedException, ExecutionException {
		final RestorationNetwork network = GoldenNetwork.load(SMALL).build(manager);
		final double[] expected = forwardInOwnManager(network);
		final ExecutorService executor = Executors.newFixedThreadPool(3);
		try {
			final List<Future<double[]>> results = new ArrayList<>();
			for (int i = 0; i < 12; i++)
				results.add(executor.submit(() -> forwardInOwnManager(network)));
			for (final Future<double[]> result : results)
				assertArrayEquals(expected, result.get(), 1e-6);
		}
		finally {
			executor.shutdown();
		}
	}

	private static double[] forwardInOwnManager(final RestorationNetwork network) {
		Torch.setThreads(1);
		return Torch.infer(() -> {
			try (NDManager manager = Torch.newManager(ComputeDevice.CPU)) {
				return Maps
					.values(network.forward(GoldenNetwork.load(SMALL).map(SMALL_IMAGE, manager), 1, 1, Progress.NONE));
			}
		});
	}
}
