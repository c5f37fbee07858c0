package org.drsformer.benchmark;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Measures the peak of this machine with a large product of float32 matrices. */
final class MatrixProduct {

	private static final long SIZE = 2048;
	private static final int ROUNDS = 12;

	private MatrixProduct() {
		// static functions only
	}

	/** Returns multiplications and additions per second, the most of some rounds. */
	static double peak() {
		return Torch.infer(() -> {
			try (NDManager manager = Torch.newManager(ComputeDevice.CPU);
				NDArray a = manager.randomUniform(0, 1, new Shape(SIZE, SIZE));
				NDArray b = manager.randomUniform(0, 1, new Shape(SIZE, SIZE))) {
				double least = Double.POSITIVE_INFINITY;
				for (int round = 0; round < ROUNDS; round++)
					least = Math.min(least, seconds(a, b));
				return 2.0 * SIZE * SIZE * SIZE / least;
			}
		});
	}

	private static double seconds(final NDArray a, final NDArray b) {
		final long start = System.nanoTime();
		a.matMul(b).close();
		return (System.nanoTime() - start) / 1e9;
	}
}
