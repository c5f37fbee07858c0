package org.drsformer.network;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Halves height and width and doubles the channels: a 3x3 convolution C to C/2, then pixel-unshuffle by 2. */
final class Downsample {

	private final Convolution convolution;
	private final PixelCost cost;

	Downsample(final Parameters parameters) {
		convolution = Convolution.dense(parameters.at("body"), "0");
		cost = PixelCost.of(convolution);
	}

	/** Returns (N, H/2, W/2, 2C) for x, (N, H, W, C) with even H and W. */
	NDArray forward(final NDArray x, final Strips strips) {
		return strips.map(x, cost, (strip, haloed) -> unshuffle(strip.crop(convolution.forward(haloed))));
	}

	/**
	 * Returns x, which is consumed, rearranged: channel c of pixel (2y + i, 2x + j) becomes channel 4c + 2i + j of
	 * pixel (y, x).
	 */
	private static NDArray unshuffle(final NDArray x) {
		final Shape shape = x.getShape();
		final long height = shape.get(1) / 2;
		final long width = shape.get(2) / 2;
		try (x;
			NDArray split = x.reshape(shape.get(0), height, 2, width, 2, shape.get(3));
			NDArray moved = split.transpose(0, 1, 3, 5, 2, 4)) {
			return moved.reshape(shape.get(0), height, width, 4 * shape.get(3));
		}
	}

	/** Returns the multiply-adds for each pixel of x. */
	long macs() {
		return cost.macs();
	}
}
