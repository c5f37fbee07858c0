package org.drsformer.network;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Doubles height and width and halves the channels: a 3x3 convolution C to 2C, then pixel-shuffle by 2. */
final class Upsample {

	private final Convolution convolution;
	private final PixelCost cost;

	Upsample(final Parameters parameters) {
		convolution = Convolution.dense(parameters.at("body"), "0");
		cost = PixelCost.of(convolution);
	}

	/** Returns the cost for each pixel of x. */
	PixelCost cost() {
		return cost;
	}

	/** Returns (N, 2 rows, 2W, C/2) for a strip of x, (N, rows, W, C), which is given with its halo. */
	NDArray forward(final Strip strip, final NDArray haloed) {
		return shuffle(strip.crop(convolution.forward(haloed)));
	}

	/**
	 * Returns x, which is consumed, rearranged: channel 4c + 2i + j of pixel (y, x) becomes channel c of pixel (2y + i,
	 * 2x + j).
	 */
	private static NDArray shuffle(final NDArray x) {
		final Shape shape = x.getShape();
		final long channels = shape.get(3) / 4;
		try (x;
			NDArray split = x.reshape(shape.get(0), shape.get(1), shape.get(2), channels, 2, 2);
			NDArray moved = split.transpose(0, 1, 4, 2, 5, 3)) {
			return moved.reshape(shape.get(0), 2 * shape.get(1), 2 * shape.get(2), channels);
		}
	}
}
