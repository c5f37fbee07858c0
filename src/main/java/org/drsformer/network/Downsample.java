package org.drsformer.network;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Half the height and width, twice the channels: a 3x3 convolution C to C/2, then pixel-unshuffle by 2. */
final class Downsample {

	private final Convolution convolution;
	private final PixelCost work;

	Downsample(final Parameters parameters) {
		convolution = Convolution.dense(parameters.at("body"), "0");
		work = PixelCost.of(convolution);
	}

	/** x: (N, H, W, C), left as it is, with even H and W, to (N, H/2, W/2, 2C). */
	NDArray forward(final NDArray x, final Strips strips) {
		return strips.map(x, work, (strip, haloed) -> unshuffle(strip.crop(convolution.forward(haloed))));
	}

	/** Channel c of pixel (2y + i, 2x + j) becomes channel 4c + 2i + j of pixel (y, x). */
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

	long macs() {
		return work.macs();
	}
}
