package org.drsformer.network;

import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Joins the decoder and the encoder: upsamples, concatenates with the skip connection, and, on all levels but the
 * first, reduces the channels by a 1x1 convolution. To reduce, the two inputs go through their halves of its matrix and
 * are added, which saves the concatenation.
 */
final class Merge {

	/** A pixel becomes 2 x 2 pixels. */
	private static final int UPSAMPLED_PIXELS = 4;

	private final Upsample upsample;
	private final Pointwise reduceUp;
	private final Pointwise reduceSkip;
	private final PixelCost cost;

	private Merge(final Upsample upsample, final Pointwise reduceUp, final Pointwise reduceSkip) {
		this.upsample = upsample;
		this.reduceUp = reduceUp;
		this.reduceSkip = reduceSkip;
		cost = cost();
	}

	private PixelCost cost() {
		final PixelCost up = upsample.cost();
		// the results of the 1x1 convolutions and their sum are no more floats than those of the upsampling
		final long floats = 2 * up.floats();
		final long reducing = reduceUp == null ? 0 : reduceUp.weight().size() + reduceSkip.weight().size();
		return new PixelCost(up.halo(), floats, up.macs() + UPSAMPLED_PIXELS * reducing);
	}

	/** Returns the merge of the first level, which keeps the channels of both inputs. */
	static Merge concatenating(final Parameters up) {
		return new Merge(new Upsample(up), null, null);
	}

	/**
	 * Returns the merge of another level.
	 *
	 * @param reduce name of the 1x1 convolution, (C, 2C)
	 */
	static Merge reducing(final Parameters up, final Parameters parameters, final String reduce) {
		final Pointwise both = Pointwise.of(parameters, reduce);
		final long c = both.weight().getShape().get(1) / 2;
		return new Merge(new Upsample(up), new Pointwise(columns(both.weight(), 0, c), both.bias()),
			new Pointwise(columns(both.weight(), c, 2 * c), null));
	}

	private static NDArray columns(final NDArray matrix, final long from, final long to) {
		return matrix.get(new NDIndex().addAllDim().addSliceDim(from, to));
	}

	/**
	 * Returns the input of the decoder's level: (N, 2H, 2W, C), or (N, 2H, 2W, 2C) on the first level.
	 *
	 * @param x (N, H, W, 2C), consumed
	 * @param skip (N, 2H, 2W, C), consumed
	 */
	NDArray forward(final NDArray x, final NDArray skip, final Strips strips) {
		try (x; skip) {
			return strips.map(x, cost, (strip, haloed) -> {
				try (NDArray up = upsample.forward(strip, haloed); NDArray rows = strip.scaled(2).of(skip)) {
					return reduceUp == null ? up.concat(rows, 3)
						: Activations.sum(reduceUp.forward(up), reduceSkip.forward(rows));
				}
			});
		}
	}

	/** Returns the multiply-adds for each pixel of x. */
	long macs() {
		return cost.macs();
	}
}
