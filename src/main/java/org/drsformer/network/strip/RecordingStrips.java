package org.drsformer.network.strip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * Strips for training: the whole map is one strip, and nothing is changed in place, since autograd needs all values for
 * the gradient. So a consumed map is not closed here, but by the {@link ArrayScope} around the network.
 */
public final class RecordingStrips implements Strips {

	private final StripCache cache = new StripCache();

	@Override
	public NDList sum(final NDArray map, final PixelCost cost, final Terms terms) {
		return Strip.whole(map).run(map, terms);
	}

	@Override
	public NDArray map(final NDArray x, final PixelCost cost, final Operation f) {
		return run(x, f);
	}

	@Override
	public NDArray add(final NDArray x, final PixelCost cost, final Operation f) {
		return x.add(run(x, f));
	}

	@Override
	public NDArray replace(final NDArray x, final PixelCost cost, final Operation f) {
		return run(x, f);
	}

	private static NDArray run(final NDArray map, final Operation operation) {
		return Strip.whole(map)
			.run(map, (strip, haloed) -> new NDList(operation.apply(strip, haloed)))
			.singletonOrThrow();
	}

	@Override
	public boolean mayCache(final NDArray map) {
		return true;
	}

	@Override
	public StripCache cache() {
		return cache;
	}
}
