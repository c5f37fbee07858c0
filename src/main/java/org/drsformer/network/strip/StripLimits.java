package org.drsformer.network.strip;

/**
 * What strips may use.
 *
 * @param bytes how much memory the arrays of one strip may take together
 * @param cacheBytes how large a map may be that is cached to save computing it a second time
 * @param threads how many strips are computed side by side, at least 1
 */
public record StripLimits(long bytes, long cacheBytes, int threads) {

	/** Fits the caches of common processors, and stays below the size from which the allocator takes fresh pages. */
	static final long MOST_BYTES = 32L << 20;

	/** Smaller strips would spend most of their time on halos. */
	public static final long LEAST_BYTES = 4L << 20;

	/** Larger maps of the values v are not cached for the second pass of the attention, but computed again. */
	private static final long MOST_CACHE_BYTES = 256L << 20;

	/** The strips for which there has to be memory before they become smaller than the most. */
	private static final int SIDE_BY_SIDE = 4;

	/**
	 * Returns the limits for some memory, but at least {@link #LEAST_BYTES}. Less memory makes strips smaller first, to
	 * a quarter of it, and then fewer side by side, so that the number of threads changes neither the strips nor what
	 * is cached.
	 *
	 * @param memory in bytes, besides the whole maps
	 * @param threads how many strips may be computed side by side
	 */
	public static StripLimits of(final long memory, final int threads) {
		final long bytes = Math.max(LEAST_BYTES, Math.min(memory / SIDE_BY_SIDE, MOST_BYTES));
		final long cache = Math.max(0, Math.min(memory - SIDE_BY_SIDE * bytes, MOST_CACHE_BYTES));
		final int sideBySide = (int) Math.max(1, Math.min(threads, (memory - cache) / bytes));
		return new StripLimits(bytes, cache, sideBySide);
	}
}
