package org.drsformer.train.learner;

import org.drsformer.train.recipe.Loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Computes a {@link Loss} in operations that gradients pass through. */
final class LossValue {

	private static final double CHARBONNIER_EPS = 1e-3;
	private static final float FOURIER_WEIGHT = 0.1f;

	private LossValue() {
		// static functions only
	}

	/** Returns the loss of a batch, one number, for the difference of result and target, (N, H, W, C). */
	static NDArray of(final Loss loss, final NDArray difference) {
		return switch (loss) {
			case L1 -> difference.abs().mean();
			case CHARBONNIER -> difference.square().add(CHARBONNIER_EPS * CHARBONNIER_EPS).sqrt().mean();
			case L1_FFT -> difference.abs().mean().add(times(fourier(difference), FOURIER_WEIGHT));
		};
	}

	/** Returns the mean absolute value of the real and imaginary parts of the Fourier transform of each channel. */
	private static NDArray fourier(final NDArray difference) {
		final Shape shape = difference.getShape();
		return difference.fft2(new long[] { shape.get(1), shape.get(2) }, new long[] { 1, 2 }).real().abs().mean();
	}

	/** Returns x times a number whose memory belongs to libtorch, since the backward pass reads it. */
	static NDArray times(final NDArray x, final float factor) {
		return x.mul(x.getManager().full(new Shape(1), factor, DataType.FLOAT32));
	}
}
