package org.drsformer.network.strip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Runs operations on maps (N, H, W, C) strip by strip, so that the wide hidden maps of a block exist only for one strip
 * at a time and stay in the cache of the processor. All that the network does to a whole map is either local, and then
 * exact on strips with a halo, or a small sum that is gathered over the strips.
 * <p>
 * {@link InferenceStrips} bound the memory; {@link RecordingStrips} let gradients pass.
 */
public interface Strips {

	/** An operation on one strip. Several threads may call it at the same time, each for another strip. */
	@FunctionalInterface
	interface Operation {

		/**
		 * Returns the result for a strip, without its halo.
		 *
		 * @param haloed the strip with its halo, (N, rows, columns, C)
		 */
		NDArray apply(Strip strip, NDArray haloed);
	}

	/** The part of some sums over a map that comes from one strip. */
	@FunctionalInterface
	interface Terms {

		/**
		 * Returns one term for each sum, of the same shape for every strip.
		 *
		 * @param haloed the strip with its halo, (N, rows, columns, C)
		 */
		NDList of(Strip strip, NDArray haloed);
	}

	/**
	 * Returns sums over a whole map. The terms of the strips are added in the order of the strips, whichever is
	 * computed first.
	 */
	NDList sum(NDArray map, PixelCost cost, Terms terms);

	/**
	 * Returns f(x) as a new map.
	 *
	 * @param x (N, H, W, C)
	 * @param f may return another number of channels, and twice or half the height and width
	 */
	NDArray map(NDArray x, PixelCost cost, Operation f);

	/** Returns x + f(x), (N, H, W, C); x is consumed. */
	NDArray add(NDArray x, PixelCost cost, Operation f);

	/** Returns f(x), (N, H, W, C) like x, in its place; x is consumed. */
	NDArray replace(NDArray x, PixelCost cost, Operation f);

	/** Returns whether the {@link #cache} has room for something of the size of this map. */
	boolean mayCache(NDArray map);

	/** Returns the place for what one pass over the strips leaves to the next. */
	StripCache cache();
}
