package org.drsformer.network.strip;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.Progress;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Small strips, one of which does not find enough memory. Notes how much is in the cache after each strip. */
public final class FailingStrips extends InferenceStrips {

	private static final long BYTES = 64 << 10;

	private final int failing;
	private final List<Integer> cached = new ArrayList<>();

	/** @param failing the number of the strip that fails, from 0; -1 for none */
	public FailingStrips(final int failing) {
		super(new StripLimits(BYTES, Long.MAX_VALUE, 1), Progress.NONE, Double.MAX_VALUE);
		this.failing = failing;
	}

	/** Returns the number of arrays in the cache after each strip. */
	public List<Integer> cached() {
		return cached;
	}

	/** Returns the number of arrays that are in the cache now. */
	public int cachedNow() {
		return cache().count();
	}

	@Override
	NDList attempt(final Strip strip, final NDArray map, final PixelCost cost, final Terms terms) {
		final NDList result = super.attempt(strip, map, cost, (s, haloed) -> {
			if (cached.size() != failing)
				return terms.of(s, haloed);
			cached.add(cachedNow());
			throw new EngineException("DefaultCPUAllocator: can't allocate memory: you tried to allocate 123 bytes.");
		});
		cached.add(cachedNow());
		return result;
	}
}
