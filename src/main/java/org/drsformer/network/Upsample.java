package org.drsformer.network;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Twice the height and width, half the channels: a 3x3 convolution C to 2C, then pixel-shuffle by 2. */
final class Upsample {

	private final Convolution convolution;
	private final PixelCost work;

	Upsample(final Parameters parameters) {
		convolution = Convolution.dense(parameters.at("body"), "0");
		work = PixelCost.of(convolution);
	}

	PixelCost work() {
		return work;
	}

	/** x: a haloed strip (N, rows, W, C), to twice the rows without the halo, (N, 2 rows, 2W, C/2). */
	NDArray forward(final Strip strip, final NDArray haloed) {
		return shuffle(strip.crop(convolution.forward(haloed)));
	}

	/** Channel 4c + 2i + j of pixel (y, x) becomes channel c of pixel (2y + i, 2x + j). */
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
