package org.drsformer.network;

import org.drsformer.Progress;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.strip.RecordingStrips;
import org.drsformer.network.strip.Strips;
import org.drsformer.network.strip.TestStrips;

import ai.djl.ndarray.types.Shape;

/** Budgets of memory that give different strips, none of which may change the result of a network. */
enum StripBudget {

	/** The strips of training: one strip, nothing in place. */
	RECORDING(1, 0),
	/** One strip. */
	WHOLE(2, 1),
	/** Two or three strips of the largest maps. */
	FEW(0.5, 0), //
	FEW_CACHING_VALUES(0.5, 1),
	/** Some maps fit into the cache for the second pass, others are too large. */
	MANY(0.1, 0.1), //
	MANY_CACHING_VALUES(0.1, 1),
	/** The smallest strips, with only some of the columns. */
	MINIMAL(0, 0);

	/** The floats that the widest block needs for each pixel and each channel of the first level. */
	private static final long FLOATS = 24;

	private final double bytes;
	private final double cacheBytes;

	/**
	 * @param bytes the memory of a strip, as a share of the memory that a whole map would take
	 * @param cacheBytes the size of the cache, as a share of the largest map
	 */
	StripBudget(final double bytes, final double cacheBytes) {
		this.bytes = bytes;
		this.cacheBytes = cacheBytes;
	}

	/** @param image (N, H, W, C) */
	Strips strips(final Configuration configuration, final Shape image, final Progress progress) {
		return strips(configuration, image, 1, progress);
	}

	/**
	 * @param image (N, H, W, C)
	 * @param threads strips side by side
	 */
	Strips strips(final Configuration configuration, final Shape image, final int threads, final Progress progress) {
		if (this == RECORDING)
			return new RecordingStrips();
		final double channel = (double) Float.BYTES * configuration.dim() * image.get(0) * image.get(1) * image.get(2);
		return TestStrips.of((long) (bytes * channel * FLOATS), (long) (cacheBytes * channel * 2), threads, progress);
	}
}
