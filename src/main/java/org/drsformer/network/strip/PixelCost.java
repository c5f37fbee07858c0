package org.drsformer.network.strip;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Pointwise;

import ai.djl.ndarray.types.Shape;

/**
 * What one operation costs in each pixel of a strip.
 *
 * @param halo the number of rows and columns beyond the strip that its result depends on, on each side
 * @param floats an upper estimate of the floats that are alive at once
 * @param macs multiply-adds
 */
public record PixelCost(int halo, long floats, long macs) {

	/** A strip whose arrays take less than this is not made smaller only to share out the work. */
	static final long LEAST_BYTES = 512 << 10;

	/** The maps of a dense convolution, beside its input: its result, the result in another order, one to spare. */
	private static final int RESULTS = 3;

	/** Returns the cost of a dense convolution and of moving its result, as pixel-shuffle does. */
	public static PixelCost of(final Convolution convolution) {
		final Shape weight = convolution.weight().getShape();
		final long in = weight.get(1);
		final long out = weight.get(0);
		return new PixelCost((int) weight.get(2) / 2, in + RESULTS * out, weight.size());
	}

	/** Returns the cost of a 1x1 convolution. */
	public static PixelCost of(final Pointwise pointwise) {
		final Shape weight = pointwise.weight().getShape();
		return new PixelCost(0, weight.get(1) + RESULTS * weight.get(0), weight.size());
	}
}
