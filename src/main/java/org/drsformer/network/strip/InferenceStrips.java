package org.drsformer.network.strip;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

import org.drsformer.Progress;
import org.drsformer.engine.Torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * Strips for inference: as large as the memory allows, several side by side, and maps are changed in place. The number
 * of threads does not change the result: the strips are the same, each is computed on one thread, and sums are added in
 * their order.
 * <p>
 * A strip for which there is not enough memory is done again as two halves. After each strip of the calling thread, and
 * after each operation, the progress is reported and cancelling takes effect.
 */
public class InferenceStrips implements Strips {

	/** Lower strips are not halved: they would be little but halo. */
	private static final int LEAST_ROWS = 4;

	/** For each thread, the strips that are computed or wait for a strip before them. */
	private static final int LEAD = 2;

	private final StripCache cache = new StripCache();
	private final StripMemory memory;
	private final int threads;
	private final StripProgress progress;

	/**
	 * @param limits of the memory of strips, and of the number of threads
	 * @param progress is told after strips which part of {@code totalMacs} is done, on the thread that makes this
	 * @param totalMacs the multiply-adds that all operations take together, see {@link PixelCost#macs}
	 */
	InferenceStrips(final StripLimits limits, final Progress progress, final double totalMacs) {
		memory = new StripMemory(limits.bytes(), limits.cacheBytes());
		threads = limits.threads();
		this.progress = new StripProgress(progress, totalMacs);
	}

	/**
	 * Returns what a network computes in strips.
	 *
	 * @param limits of the memory of strips, and of the number of threads
	 * @param progress is told on this thread, and may cancel
	 * @param totalMacs the multiply-adds that the network takes, see {@link PixelCost#macs}
	 */
	public static NDArray run(final StripLimits limits, final Progress progress, final double totalMacs,
		final Function<Strips, NDArray> network)
	{
		final Strips strips = new InferenceStrips(limits, progress, totalMacs);
		return Torch.withoutThreadsInside(() -> network.apply(strips));
	}

	@Override
	public boolean mayCache(final NDArray map) {
		return memory.mayCache(map);
	}

	@Override
	public StripCache cache() {
		return cache;
	}

	@Override
	public NDList sum(final NDArray map, final PixelCost cost, final Terms terms) {
		final List<Strip> strips = strips(map, cost);
		final NDList sums = new NDList();
		try {
			run(strips, map, cost, terms, InferenceStrips::plus, (parts, i) -> {
				if (i == 0)
					sums.addAll(parts);
				else
					plus(sums, parts);
			});
		}
		catch (final RuntimeException | Error failure) {
			sums.close();
			throw failure;
		}
		sums.forEach(NDScope::register);
		return sums;
	}

	/** Returns the sums, to which the terms are added in place; the terms are consumed. */
	private static NDList plus(final NDList sums, final NDList terms) {
		try (terms) {
			for (int i = 0; i < sums.size(); i++)
				sums.get(i).addi(terms.get(i));
			return sums;
		}
	}

	@Override
	public NDArray map(final NDArray x, final PixelCost cost, final Operation f) {
		final List<Strip> strips = strips(x, cost);
		final NDArray[] result = new NDArray[1];
		try {
			run(strips, x, cost, terms(f), InferenceStrips::join, (parts, i) -> {
				final NDArray part = parts.singletonOrThrow();
				if (strips.size() == 1)
					result[0] = part;
				else
					put(strips.get(i), part, x, result);
			});
		}
		catch (final RuntimeException | Error failure) {
			if (result[0] != null)
				result[0].close();
			throw failure;
		}
		NDScope.register(result[0]);
		return result[0];
	}

	/**
	 * Puts a part into the result, which is made for the first part.
	 *
	 * @param part of the result for a strip of x, consumed
	 * @param result one array; null to make it
	 */
	private static void put(final Strip strip, final NDArray part, final NDArray x, final NDArray[] result) {
		try (part) {
			final double scale = (double) part.getShape().get(1) / strip.rows().length();
			if (result[0] == null)
				result[0] = x.getManager().create(scaled(x.getShape(), scale, part.getShape().get(3)));
			InPlaceChange.apply(InferenceStrips::copy, result[0], strip.scaled(scale), part);
		}
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

	private NDArray update(final NDArray x, final PixelCost cost, final Operation f,
		final BiConsumer<NDArray, NDArray> change)
	{
		final List<Strip> strips = strips(x, cost);
		try (InPlaceChange changed = new InPlaceChange(x, change)) {
			run(strips, x, cost, terms(f), InferenceStrips::join, (parts, i) -> changed.add(strips.get(i),
				parts.singletonOrThrow(), i + 1 == strips.size() || !strips.get(i + 1).isBeside(strips.get(i))));
			changed.finish();
		}
		return x;
	}

	private static void copy(final NDArray target, final NDArray part) {
		target.set(new NDIndex().addAllDim(), part);
	}

	/** Returns one part below the other; both are consumed. */
	private static NDList join(final NDList upper, final NDList lower) {
		try (upper; lower) {
			return new NDList(upper.singletonOrThrow().concat(lower.singletonOrThrow(), 1));
		}
	}

	private static Terms terms(final Operation f) {
		return (strip, haloed) -> new NDList(f.apply(strip, haloed));
	}

	private List<Strip> strips(final NDArray map, final PixelCost cost) {
		return memory.bands(map, cost).stream().flatMap(List::stream).toList();
	}

	private void run(final List<Strip> strips, final NDArray map, final PixelCost cost, final Terms terms,
		final BinaryOperator<NDList> joining, final ObjIntConsumer<NDList> take)
	{
		new OrderedParts<>(strips.size(), LEAD * threads, i -> compute(strips.get(i), map, cost, terms, joining), take)
			.run(threads - 1, NDList::close);
		progress.catchUp();
	}

	/** Returns the result for a strip: at once, or in two halves if there is not enough memory. */
	private NDList compute(final Strip strip, final NDArray map, final PixelCost cost, final Terms terms,
		final BinaryOperator<NDList> joining)
	{
		final Lock share = memory.forStrip();
		share.lock();
		try {
			return attempt(strip, map, cost, terms);
		}
		catch (final RuntimeException failure) {
			if (!Torch.isOutOfMemory(failure) || strip.rows().length() < LEAST_ROWS)
				throw failure;
		}
		finally {
			share.unlock();
		}
		return halved(strip, map, cost, terms, joining);
	}

	private NDList halved(final Strip strip, final NDArray map, final PixelCost cost, final Terms terms,
		final BinaryOperator<NDList> joining)
	{
		final Lock alone = memory.alone();
		alone.lock();
		try {
			memory.shrink(strip, map, cost);
			// it belongs to strips that will not come again
			cache.refuse();
			return ArrayScope.resultsOf(() -> strip.halves(cost.halo(), (int) map.getShape().get(1))
				.stream()
				.map(half -> compute(half, map, cost, terms, joining))
				.reduce(joining)
				.orElseThrow());
		}
		finally {
			alone.unlock();
		}
	}

	NDList attempt(final Strip strip, final NDArray map, final PixelCost cost, final Terms terms) {
		return strip.run(map, (part, haloed) -> {
			final NDList result = terms.of(part, haloed);
			progress.add((double) cost.macs() * part.pixels() * map.getShape().get(0));
			return result;
		});
	}
}
