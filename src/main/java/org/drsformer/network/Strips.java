package org.drsformer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.drsformer.Progress;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Runs operations on maps (N, H, W, C) strip by strip, so that the wide hidden maps of a block exist only for a few rows
 * at a time and stay in the cache. All that the network does to a whole map is either local, and then exact on strips
 * with a halo, or a small sum that is gathered over the strips.
 * <p>
 * Strips are also where progress is reported and where cancelling takes effect.
 */
final class Strips {

	/** Fits the caches of common processors, and stays below the size from which the allocator takes fresh pages. */
	static final long DEFAULT_BYTES = 12L << 20;

	private final long bytes;
	private final long keepBytes;
	private final boolean recording;
	private final Progress progress;
	private final double totalMacs;
	private double doneMacs;

	private Strips(final long bytes, final long keepBytes, final boolean recording, final Progress progress,
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
	 * @param totalMacs all the work that will be done, see {@link Work#macs}
	 */
	static Strips of(final long bytes, final long keepBytes, final Progress progress, final double totalMacs) {
		return new Strips(bytes, keepBytes, false, progress, totalMacs);
	}

	/** The whole map as one strip, nothing done in place: what autograd needs. */
	static Strips recording() {
		return new Strips(Long.MAX_VALUE, Long.MAX_VALUE, true, Progress.NONE, 1);
	}

	/** Cuts a map into strips of about equal height, an even number of rows each but for the last. */
	List<Strip> cut(final NDArray map, final Work work) {
		final int height = (int) map.getShape().get(1);
		final long rowBytes = Float.BYTES * work.floats() * map.getShape().get(0) * map.getShape().get(2);
		final long fitting = Math.min(height, bytes / rowBytes - 2L * work.halo());
		final int rows = even(Math.max(fitting, Math.max(2, work.halo())));
		final int step = even((height + count(height, rows) - 1.0) / count(height, rows));
		final List<Strip> strips = new ArrayList<>();
		for (int from = 0; from < height; from += step)
			strips.add(Strip.of(from, Math.min(height, from + step), work.halo(), height));
		return strips;
	}

	private static int count(final int height, final int rows) {
		return (height + rows - 1) / rows;
	}

	private static int even(final double rows) {
		return 2 * (int) Math.ceil(rows / 2);
	}

	/** Whether there is room to keep something of the size of this map besides the strips. */
	boolean mayKeep(final NDArray map) {
		return recording || Float.BYTES * map.size() <= keepBytes;
	}

	/** Reports the work in these rows of a map, and stops here when the user has cancelled. */
	private void done(final NDArray map, final int rows, final Work work) {
		doneMacs += (double) work.macs() * rows * map.getShape().get(0) * map.getShape().get(2);
		progress.update(Math.min(1, doneMacs / totalMacs));
	}

	/** An operation on one strip: from the haloed strip to the rows of the strip without its halo. */
	@FunctionalInterface
	interface Operation {

		NDArray apply(Strip strip, NDArray haloed);
	}

	/** Hands each haloed strip of a map to an operation that gathers something over the whole map. */
	void each(final NDArray map, final Work work, final BiConsumer<Strip, NDArray> operation) {
		for (final Strip strip : cut(map, work)) {
			run(strip, map, work, (s, haloed) -> {
				operation.accept(s, haloed);
				return null;
			});
		}
	}

	/**
	 * Makes a new map of a map.
	 *
	 * @param x (N, H, W, C), left as it is
	 * @param operation may return a strip of another width and depth, and of twice or half as many rows
	 */
	NDArray map(final NDArray x, final Work work, final Operation operation) {
		final int height = (int) x.getShape().get(1);
		NDArray result = null;
		for (final Strip strip : cut(x, work)) {
			final NDArray rows = run(strip, x, work, operation);
			if (strip.rows() == height)
				return rows;
			try (rows) {
				final Shape shape = rows.getShape();
				final double scale = (double) shape.get(1) / strip.rows();
				if (result == null)
					result = x.getManager().create(new Shape(shape.get(0), (long) (height * scale), shape.get(2), shape.get(
						3)));
				try (NDArray target = strip.scaled(scale).of(result)) {
					copy(target, rows);
				}
			}
		}
		return result;
	}

	/** Adds f(x) to x in place; x is used up, the result takes its place. */
	NDArray add(final NDArray x, final Work work, final Operation f) {
		return recording ? x.add(run(whole(x), x, work, f)) : update(x, work, f, NDArray::addi);
	}

	/** Replaces x by f(x) in place; x is used up, the result takes its place. */
	NDArray replace(final NDArray x, final Work work, final Operation f) {
		return recording ? run(whole(x), x, work, f) : update(x, work, f, Strips::copy);
	}

	/** The rows of a strip change only when the next strip, whose halo reaches into them, has been computed. */
	private NDArray update(final NDArray x, final Work work, final Operation f,
		final BiConsumer<NDArray, NDArray> change)
	{
		Strip previous = null;
		NDArray pending = null;
		for (final Strip strip : cut(x, work)) {
			final NDArray rows = run(strip, x, work, f);
			settle(x, previous, pending, change);
			previous = strip;
			pending = rows;
		}
		settle(x, previous, pending, change);
		return x;
	}

	private static void settle(final NDArray x, final Strip strip, final NDArray pending,
		final BiConsumer<NDArray, NDArray> change)
	{
		if (strip == null)
			return;
		try (pending; NDArray rows = strip.of(x)) {
			change.accept(rows, pending);
		}
	}

	private NDArray run(final Strip strip, final NDArray map, final Work work, final Operation operation) {
		try (NDScope scope = new NDScope(); NDArray haloed = strip.withHalo(map)) {
			scope.suppressNotUsedWarning();
			final NDArray rows = operation.apply(strip, haloed);
			if (rows != null)
				NDScope.unregister(rows);
			done(map, strip.rows(), work);
			return rows;
		}
	}

	private static Strip whole(final NDArray map) {
		final int height = (int) map.getShape().get(1);
		return Strip.of(0, height, 0, height);
	}

	private static void copy(final NDArray target, final NDArray rows) {
		target.set(new NDIndex().addAllDim(), rows);
	}
}
