package org.drsformer.network;

import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Where the decoder meets the encoder: upsample, concatenate with the skip connection, and, on all levels but the
 * first, reduce the channels by a 1x1 convolution; there the two inputs go through their halves of its matrix and are
 * added, which saves the concatenation.
 */
final class Merge {

	private final Upsample upsample;
	private final Pointwise reduceUp;
	private final Pointwise reduceSkip;
	private final PixelCost work;

	private Merge(final Upsample upsample, final Pointwise reduceUp, final Pointwise reduceSkip) {
		this.upsample = upsample;
		this.reduceUp = reduceUp;
		this.reduceSkip = reduceSkip;
		final PixelCost up = upsample.work();
		final long reduced = reduceUp == null ? 0 : 4 * (reduceUp.weight().size() + reduceSkip.weight().size());
		work = new PixelCost(up.halo(), 2 * up.floats(), up.macs() + reduced);
	}

	/** The first level: the channels of both stay. */
	static Merge concatenating(final Parameters up) {
		return new Merge(new Upsample(up), null, null);
	}

	/** @param reduce name of the 1x1 convolution (C, 2C) */
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
	 * @param x (N, H, W, 2C), used up
	 * @param skip (N, 2H, 2W, C), used up
	 * @return (N, 2H, 2W, C), or with 2C channels on the first level
	 */
	NDArray forward(final NDArray x, final NDArray skip, final Strips strips) {
		try (x; skip) {
			return strips.map(x, work, (strip, haloed) -> {
				try (NDArray up = upsample.forward(strip, haloed); NDArray rows = strip.scaled(2).of(skip)) {
					return reduceUp == null ? up.concat(rows, 3)
						: Activations.sum(reduceUp.forward(up), reduceSkip.forward(rows));
				}
			});
		}
	}

	long macs() {
		return work.macs();
	}
}
