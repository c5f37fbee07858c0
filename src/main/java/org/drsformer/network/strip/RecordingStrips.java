package org.drsformer.network.strip;

import java.util.function.BiConsumer;

import ai.djl.ndarray.NDArray;

/**
 * Strips for training: the whole map is one strip, and nothing is changed in place, since autograd needs all values for
 * the gradient. So a consumed map is not closed here, but by the {@link ArrayScope} around the network.
 */
public final class RecordingStrips implements Strips {

	private final StripCache cache = new StripCache();

	@Override
	public void each(final NDArray map, final PixelCost cost, final BiConsumer<Strip, NDArray> operation) {
		run(map, (strip, haloed) -> {
			operation.accept(strip, haloed);
			return null;
		});
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
		return Strip.whole(map).run(map, operation);
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
