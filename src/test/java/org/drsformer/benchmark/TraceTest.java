package org.drsformer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;

/** The benchmarks recognize the kinds of operations and count their work. */
class TraceTest {

	private static final int PIXELS = 10 * 12;

	@Test
	void convolutionsByTheirWeights() {
		assertWork(OperationKind.DENSE, 2.0 * PIXELS * 8 * 6 * 9, m -> convolve(m, 6, new Shape(8, 6, 3, 3)));
		assertWork(OperationKind.POINTWISE, 2.0 * PIXELS * 8 * 6, m -> convolve(m, 6, new Shape(8, 6, 1, 1)));
		assertWork(OperationKind.DEPTHWISE, 2.0 * PIXELS * 6 * 25, m -> convolve(m, 6, new Shape(6, 1, 5, 5)));
		assertWork(OperationKind.GROUPED, 2.0 * PIXELS * 3 * 2 * 9, m -> convolve(m, 6, new Shape(3, 2, 3, 3)));
	}

	@Test
	void productsByTheSidesOfTheirFactors() {
		assertWork(OperationKind.POINTWISE, 2.0 * PIXELS * 8 * 6,
			m -> Linear.linear(ones(m, 1, 10, 12, 6), ones(m, 8, 6), null));
		assertWork(OperationKind.POINTWISE, 2.0 * PIXELS * 8 * 6,
			m -> Linear.linear(ones(m, PIXELS, 6), ones(m, 8, 6), ones(m, 8)));
		assertWork(OperationKind.ATTENTION, 2.0 * PIXELS * 2 * 3 * 3,
			m -> ones(m, 1, 2, 3, PIXELS).matMul(ones(m, 1, 2, PIXELS, 3)));
		assertWork(OperationKind.ATTENTION, 2.0 * PIXELS * 2 * 3 * 3,
			m -> ones(m, 1, 2, 3, 3).matMul(ones(m, 1, 2, 3, PIXELS)));
	}

	@Test
	void othersByTheirNames() {
		assertTime(OperationKind.MOVEMENT, m -> ones(m, 4, 5).concat(ones(m, 4, 5)));
		assertTime(OperationKind.ELEMENTWISE, m -> Activation.relu(ones(m, 4, 5)));
		assertTime(OperationKind.ATTENTION, m -> ones(m, 4, 5).softmax(-1));
		assertTime(OperationKind.NORM,
			m -> ai.djl.nn.norm.LayerNorm.layerNorm(ones(m, 4, 5), new Shape(5), ones(m, 5), ones(m, 5), 1e-5f));
	}

	private static void assertWork(final OperationKind kind, final double flops, final Consumer<NDManager> work) {
		final Trace trace = trace(work);
		assertEquals(flops, trace.share(kind).flops());
		assertEquals(flops, trace.total().flops());
		assertTrue(trace.share(kind).seconds() > 0);
	}

	private static void assertTime(final OperationKind kind, final Consumer<NDManager> work) {
		final Trace trace = trace(work);
		assertTrue(trace.share(kind).seconds() > 0);
		assertTrue(trace.between().seconds() >= 0);
		assertEquals(0, trace.total().flops());
	}

	private static Trace trace(final Consumer<NDManager> work) {
		try (NDManager manager = Torch.newManager(ComputeDevice.CPU)) {
			return Trace.of(() -> work.accept(manager));
		}
	}

	private static void convolve(final NDManager manager, final long channels, final Shape weight) {
		final long padding = weight.get(2) / 2;
		final Shape one = new Shape(1, 1);
		Conv2d.conv2d(ones(manager, 1, channels, 10, 12), manager.ones(weight), null, one, new Shape(padding, padding),
			one, (int) (channels / weight.get(1)));
	}

	private static NDArray ones(final NDManager manager, final long... shape) {
		return manager.ones(new Shape(shape));
	}
}
