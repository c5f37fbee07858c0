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
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Runs operations on maps (N, H, W, C) strip by strip, so that the wide hidden maps of a block exist only for one strip
 * at a time and stay in the cache. All that the network does to a whole map is either local, and then exact on strips
 * with a halo, or a small sum that is gathered over the strips.
 * <p>
 * Strips are also where progress is reported and where cancelling takes effect.
 */
public class Strips {

	/** Fits the caches of common processors, and stays below the size from which the allocator takes fresh pages. */
	public static final long DEFAULT_BYTES = 32L << 20;

	/** Lower strips are not halved: they would be little but halo. */
	private static final int LEAST_ROWS = 4;

	private static final Logger LOG = LoggerFactory.getLogger(Strips.class);

	/** What is kept besides the strips, for as long as there is memory for it. */
	private final Kept kept = new Kept();
	/** Of one strip's arrays; less once they did not fit. */
	private long bytes;
	private long keepBytes;
	private final boolean recording;
	private final Progress progress;
	private final double totalMacs;
	private double doneMacs;

	Strips(final long bytes, final long keepBytes, final boolean recording, final Progress progress,
		final double totalMacs)
	{
		this.bytes = bytes;
		this.keepBytes = keepBytes;
		this.recording = recording;
		this.progress = progress;
		this.totalMacs = totalMacs;
	}

	/**
	 * Strips for inference.
	 *
	 * @param bytes how much memory the arrays of one strip may take together
	 * @param keepBytes how large a map may be that is kept to save computing it a second time
	 * @param totalMacs all the work that will be done, see {@link PixelCost#macs}
	 */
	public static Strips of(final long bytes, final long keepBytes, final Progress progress, final double totalMacs) {
		return new Strips(bytes, keepBytes, false, progress, totalMacs);
	}

	/** The whole map as one strip, nothing done in place: what autograd needs. */
	public static Strips recording() {
		return new Strips(Long.MAX_VALUE, Long.MAX_VALUE, true, Progress.NONE, 1);
	}

	private List<List<Strip>> cut(final NDArray map, final PixelCost work) {
		final Shape shape = map.getShape();
		final int height = (int) shape.get(1);
		final int width = (int) shape.get(2);
		if (recording)
			return List.of(List.of(Strip.whole(height, width)));
		return StripPartition.cut(height, width, work.halo(), bytes / (Float.BYTES * work.floats() * shape.get(0)));
	}

	/** Whether there is room to keep something of the size of this map besides the strips. */
	public boolean mayKeep(final NDArray map) {
		return recording || Float.BYTES * map.size() <= keepBytes;
	}

	public Kept kept() {
		return kept;
	}

	/** An operation on one strip: from the strip with its halo to the result without it. */
	@FunctionalInterface
	public interface Operation {

		NDArray apply(Strip strip, NDArray haloed);
	}

	/** Hands each haloed strip of a map to an operation that gathers something over the whole map. */
	public void each(final NDArray map, final PixelCost work, final BiConsumer<Strip, NDArray> operation) {
		for (final List<Strip> band : cut(map, work))
			for (final Strip strip : band)
				run(strip, map, work, (s, haloed) -> {
					operation.accept(s, haloed);
					return null;
				});
	}

	/**
	 * Makes a new map of a map.
	 *
	 * @param x (N, H, W, C), left as it is
	 * @param operation may return another number of channels, and twice or half the height and width
	 */
	public NDArray map(final NDArray x, final PixelCost work, final Operation operation) {
		NDArray result = null;
		for (final List<Strip> band : cut(x, work)) {
			for (final Strip strip : band) {
				final NDArray part = run(strip, x, work, operation);
				if (strip.pixels() == pixels(x))
					return part;
				final double scale = (double) part.getShape().get(1) / strip.rows().length();
				if (result == null)
					result = x.getManager().create(scaled(x.getShape(), scale, part.getShape().get(3)));
				settle(result, strip.scaled(scale), part, Strips::copy);
			}
		}
		return result;
	}

	private static Shape scaled(final Shape shape, final double scale, final long channels) {
		return new Shape(shape.get(0), (long) (shape.get(1) * scale), (long) (shape.get(2) * scale), channels);
	}

	/** Adds f(x) to x in place; x is used up, the result takes its place. */
	public NDArray add(final NDArray x, final PixelCost work, final Operation f) {
		return recording ? x.add(run(whole(x), x, work, f)) : update(x, work, f, NDArray::addi);
	}

	/** Replaces x by f(x) in place; x is used up, the result takes its place. */
	public NDArray replace(final NDArray x, final PixelCost work, final Operation f) {
		return recording ? run(whole(x), x, work, f) : update(x, work, f, Strips::copy);
	}

	/** A band of strips changes only when the next one, whose halo reaches into it, has been computed. */
	private NDArray update(final NDArray x, final PixelCost work, final Operation f,
		final BiConsumer<NDArray, NDArray> change)
	{
		Map<Strip, NDArray> pending = Map.of();
		for (final List<Strip> band : cut(x, work)) {
			final Map<Strip, NDArray> computed = new LinkedHashMap<>();
			for (final Strip strip : band)
				computed.put(strip, run(strip, x, work, f));
			pending.forEach((strip, part) -> settle(x, strip, part, change));
			pending = computed;
		}
		pending.forEach((strip, part) -> settle(x, strip, part, change));
		return x;
	}

	private static void settle(final NDArray map, final Strip strip, final NDArray part,
		final BiConsumer<NDArray, NDArray> change)
	{
		try (part; NDArray target = strip.of(map)) {
			change.accept(target, part);
		}
	}

	/** A strip for which there is not enough memory is done again as two halves. */
	private NDArray run(final Strip strip, final NDArray map, final PixelCost work, final Operation operation) {
		try {
			return attempt(strip, map, work, operation);
		}
		catch (final RuntimeException failure) {
			if (recording || strip.rows().length() < LEAST_ROWS || !Torch.isOutOfMemory(failure))
				throw failure;
		}
		shrink(strip, map, work);
		final NDArray[] parts = strip.halves(work.halo(), (int) map.getShape().get(1))
			.stream()
			.map(half -> run(half, map, work, operation))
			.toArray(NDArray[]::new);
		if (parts[0] == null)
			return null;
		try (NDArray upper = parts[0]; NDArray lower = parts[1]) {
			return upper.concat(lower, 1);
		}
	}

	/**
	 * From now on strips are half as large as the one that did not fit, and nothing is kept besides them: neither what
	 * will come, nor what is, which belongs to strips that there will not be again.
	 */
	private void shrink(final Strip strip, final NDArray map, final PixelCost work) {
		final long taken = Float.BYTES * work.floats() * map.getShape().get(0) * strip.haloRows().length() *
			strip.haloColumns().length();
		keepBytes = 0;
		kept.close();
		if (taken / 2 >= bytes)
			return;
		bytes = taken / 2;
		LOG.warn("Out of memory: going on in strips of {} KiB.", bytes >> 10);
	}

	/** The result outlives the scope of the strip and belongs to the one around it, if there is one. */
	NDArray attempt(final Strip strip, final NDArray map, final PixelCost work, final Operation operation) {
		final NDArray part;
		try (NDScope scope = new NDScope(); NDArray haloed = strip.withHalo(map)) {
			scope.suppressNotUsedWarning();
			part = operation.apply(strip, haloed);
			doneMacs += (double) work.macs() * strip.pixels() * map.getShape().get(0);
			progress.update(Math.min(1, doneMacs / totalMacs));
			if (part != null)
				NDScope.unregister(part);
		}
		if (part != null)
			NDScope.register(part);
		return part;
	}

	private static Strip whole(final NDArray map) {
		return Strip.whole((int) map.getShape().get(1), (int) map.getShape().get(2));
	}

	private static long pixels(final NDArray map) {
		return map.getShape().get(1) * map.getShape().get(2);
	}

	private static void copy(final NDArray target, final NDArray part) {
		target.set(new NDIndex().addAllDim(), part);
	}
}
