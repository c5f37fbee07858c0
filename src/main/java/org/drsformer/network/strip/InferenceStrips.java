package org.drsformer.network.strip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.drsformer.Progress;
import org.drsformer.engine.Torch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Strips for inference: as large as the memory allows, and maps are changed in place. A strip for which there is not
 * enough memory is done again as two halves. After each strip, the progress is reported and cancelling takes effect.
 */
public class InferenceStrips implements Strips {

	/** Fits the caches of common processors, and stays below the size from which the allocator takes fresh pages. */
	public static final long DEFAULT_BYTES = 32L << 20;

	/** Lower strips are not halved: they would be little but halo. */
	private static final int LEAST_ROWS = 4;

	private static final Logger LOG = LoggerFactory.getLogger(InferenceStrips.class);

	private final StripCache cache = new StripCache();
	/** How much memory the arrays of one strip may take; less once they did not fit. */
	private long bytes;
	private long cacheBytes;
	private final Progress progress;
	private final double totalMacs;
	private double doneMacs;

	/**
	 * @param bytes how much memory the arrays of one strip may take together
	 * @param cacheBytes how large a map may be that is cached to save computing it a second time
	 * @param progress is told after every strip which part of {@code totalMacs} is done
	 * @param totalMacs the multiply-adds that all operations take together, see {@link PixelCost#macs}
	 */
	public InferenceStrips(final long bytes, final long cacheBytes, final Progress progress, final double totalMacs) {
		this.bytes = bytes;
		this.cacheBytes = cacheBytes;
		this.progress = progress;
		this.totalMacs = totalMacs;
	}

	@Override
	public boolean mayCache(final NDArray map) {
		return Float.BYTES * map.size() <= cacheBytes;
	}

	@Override
	public StripCache cache() {
		return cache;
	}

	private List<List<Strip>> bands(final NDArray map, final PixelCost cost) {
		final Shape shape = map.getShape();
		return StripPartition.bands((int) shape.get(1), (int) shape.get(2), cost.halo(),
			bytes / (Float.BYTES * cost.floats() * shape.get(0)));
	}

	@Override
	public void each(final NDArray map, final PixelCost cost, final BiConsumer<Strip, NDArray> operation) {
		for (final List<Strip> band : bands(map, cost))
			for (final Strip strip : band)
				run(strip, map, cost, (part, haloed) -> {
					operation.accept(part, haloed);
					return null;
				});
	}

	@Override
	public NDArray map(final NDArray x, final PixelCost cost, final Operation f) {
		NDArray result = null;
		for (final List<Strip> band : bands(x, cost)) {
			for (final Strip strip : band) {
				final NDArray part = run(strip, x, cost, f);
				if (strip.isWhole(x))
					return part;
				final double scale = (double) part.getShape().get(1) / strip.rows().length();
				if (result == null)
					result = x.getManager().create(scaled(x.getShape(), scale, part.getShape().get(3)));
				apply(InferenceStrips::copy, result, strip.scaled(scale), part);
			}
		}
		return result;
	}

	private static Shape scaled(final Shape shape, final double scale, final long channels) {
		return new Shape(shape.get(0), (long) (shape.get(1) * scale), (long) (shape.get(2) * scale), channels);
	}

	@Override
	public NDArray add(final NDArray x, final PixelCost cost, final Operation f) {
		return update(x, cost, f, NDArray::addi);
	}

	@Override
	public NDArray replace(final NDArray x, final PixelCost cost, final Operation f) {
		return update(x, cost, f, InferenceStrips::copy);
	}

	/** Changes a band of strips only when the next band, whose halo reaches into it, has been computed. */
	private NDArray update(final NDArray x, final PixelCost cost, final Operation f,
		final BiConsumer<NDArray, NDArray> change)
	{
		Map<Strip, NDArray> pending = Map.of();
		for (final List<Strip> band : bands(x, cost)) {
			final Map<Strip, NDArray> computed = new LinkedHashMap<>();
			for (final Strip strip : band)
				computed.put(strip, run(strip, x, cost, f));
			pending.forEach((strip, part) -> apply(change, x, strip, part));
			pending = computed;
		}
		pending.forEach((strip, part) -> apply(change, x, strip, part));
		return x;
	}

	/** Changes a strip of a map by a part of the same size, which is consumed. */
	private static void apply(final BiConsumer<NDArray, NDArray> change, final NDArray map, final Strip strip,
		final NDArray part)
	{
		try (part; NDArray target = strip.of(map)) {
			change.accept(target, part);
		}
	}

	private static void copy(final NDArray target, final NDArray part) {
		target.set(new NDIndex().addAllDim(), part);
	}

	/** Returns the result of an operation on a strip: at once, or in two halves if there is not enough memory. */
	private NDArray run(final Strip strip, final NDArray map, final PixelCost cost, final Operation operation) {
		try {
			return attempt(strip, map, cost, operation);
		}
		catch (final RuntimeException failure) {
			if (strip.rows().length() < LEAST_ROWS || !Torch.isOutOfMemory(failure))
				throw failure;
		}
		shrink(strip, map, cost);
		final NDArray[] parts = strip.halves(cost.halo(), (int) map.getShape().get(1))
			.stream()
			.map(half -> run(half, map, cost, operation))
			.toArray(NDArray[]::new);
		if (parts[0] == null)
			return null;
		try (NDArray upper = parts[0]; NDArray lower = parts[1]) {
			return upper.concat(lower, 1);
		}
	}

	/**
	 * Makes the strips to come half as large as the one that did not fit, and stops caching. What is in the cache
	 * belongs to strips that will not come again, so it is freed as well.
	 */
	private void shrink(final Strip strip, final NDArray map, final PixelCost cost) {
		final long taken = Float.BYTES * cost.floats() * map.getShape().get(0) * strip.haloRows().length() *
			strip.haloColumns().length();
		cacheBytes = 0;
		cache.close();
		if (taken / 2 >= bytes)
			return;
		bytes = taken / 2;
		LOG.warn("Out of memory: continuing in strips of {} KiB.", bytes >> 10);
	}

	NDArray attempt(final Strip strip, final NDArray map, final PixelCost cost, final Operation operation) {
		return strip.run(map, (part, haloed) -> {
			final NDArray result = operation.apply(part, haloed);
			doneMacs += (double) cost.macs() * part.pixels() * map.getShape().get(0);
			progress.update(Math.min(1, doneMacs / totalMacs));
			return result;
		});
	}
}
