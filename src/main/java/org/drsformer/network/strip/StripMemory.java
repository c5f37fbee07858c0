package org.drsformer.network.strip;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** How much memory strips and their cache may take. Once a strip did not fit, strips are smaller, and one at a time. */
final class StripMemory {

	private static final Logger LOG = LoggerFactory.getLogger(StripMemory.class);

	/** The halo of the feed-forward network; only the steps of MEFC have a larger one. */
	private static final int SMALL_HALO = 4;

	private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
	private volatile long bytes;
	private volatile long cacheBytes;
	private volatile boolean scarce;

	/**
	 * @param bytes how much memory the arrays of one strip may take together
	 * @param cacheBytes how large a map may be that is cached to save computing it a second time
	 */
	StripMemory(final long bytes, final long cacheBytes) {
		this.bytes = bytes;
		this.cacheBytes = cacheBytes;
	}

	boolean mayCache(final NDArray map) {
		return Float.BYTES * map.size() <= cacheBytes;
	}

	List<List<Strip>> bands(final NDArray map, final PixelCost cost) {
		final Shape shape = map.getShape();
		return StripPartition.bands((int) shape.get(1), (int) shape.get(2), cost.halo(),
			wanted(cost) / pixel(map, cost), 1 + PixelCost.LEAST_BYTES / pixel(map, cost));
	}

	/** Returns the bytes of a strip: with a small halo, half of what it may take, since that is as fast. */
	private long wanted(final PixelCost cost) {
		return cost.halo() > SMALL_HALO ? bytes : Math.max(bytes / 2, Math.min(bytes, StripLimits.LEAST_BYTES));
	}

	/** Returns the bytes that are alive for each pixel. */
	private static long pixel(final NDArray map, final PixelCost cost) {
		return Float.BYTES * cost.floats() * map.getShape().get(0);
	}

	/** Returns what the work on a strip has to hold: nothing but a share of the memory, or all of it. */
	Lock forStrip() {
		return scarce ? alone() : lock.readLock();
	}

	/** Returns the lock that one strip at a time can hold, and none while another strip is computed. */
	Lock alone() {
		return lock.writeLock();
	}

	/** Makes the strips to come half as large as the one that did not fit, and stops caching. */
	void shrink(final Strip strip, final NDArray map, final PixelCost cost) {
		final long taken = pixel(map, cost) * strip.haloRows().length() * strip.haloColumns().length();
		scarce = true;
		cacheBytes = 0;
		if (taken / 2 >= bytes)
			return;
		bytes = taken / 2;
		LOG.warn("Out of memory: continuing in strips of {} KiB.", bytes >> 10);
	}
}
