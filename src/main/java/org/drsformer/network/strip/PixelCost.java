package org.drsformer.network.strip;

import org.drsformer.network.layer.Convolution;

import ai.djl.ndarray.types.Shape;

/**
 * What one operation needs in each pixel of a strip.
 *
 * @param halo rows above and below that its result depends on
 * @param floats how many floats are alive at once
 * @param macs multiplications and additions
 */
public record PixelCost(int halo, long floats, long macs) {

	/** The work of a dense convolution and of moving its result. */
	public static PixelCost of(final Convolution convolution) {
		final Shape weight = convolution.weight().getShape();
		return new PixelCost((int) weight.get(2) / 2, weight.get(1) + 3 * weight.get(0), weight.size());
	}
}
