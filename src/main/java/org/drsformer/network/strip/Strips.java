package org.drsformer.network.strip;

import java.util.function.BiConsumer;

import ai.djl.ndarray.NDArray;

/**
 * Runs operations on maps (N, H, W, C) strip by strip, so that the wide hidden maps of a block exist only for one strip
 * at a time and stay in the cache of the processor. All that the network does to a whole map is either local, and then
 * exact on strips with a halo, or a small sum that is gathered over the strips.
 * <p>
 * {@link InferenceStrips} bound the memory; {@link RecordingStrips} let gradients pass.
 */
public interface Strips {

	/** An operation on one strip. */
	@FunctionalInterface
	interface Operation {

		/**
		 * Returns the result for a strip, without its halo.
		 *
		 * @param haloed the strip with its halo, (N, rows, columns, C)
		 */
		NDArray apply(Strip strip, NDArray haloed);
	}

	/** Hands each strip of a map, with its halo, to an operation that gathers something over the whole map. */
	void each(NDArray map, PixelCost cost, BiConsumer<Strip, NDArray> operation);

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
