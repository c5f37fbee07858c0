package org.drsformer.network.strip;

import java.util.concurrent.atomic.AtomicInteger;

import org.drsformer.Progress;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** Strips on a machine without enough memory for strips of more than some number of pixels. */
public final class ScarceStrips extends InferenceStrips {

	private final long pixels;
	private final AtomicInteger failures = new AtomicInteger();

	public ScarceStrips(final long pixels, final int threads) {
		super(new StripLimits(Long.MAX_VALUE, Long.MAX_VALUE, threads), Progress.NONE, Double.MAX_VALUE);
		this.pixels = pixels;
	}

	/** Returns how often an allocation failed. */
	public int failures() {
		return failures.get();
	}

	@Override
	NDList attempt(final Strip strip, final NDArray map, final PixelCost cost, final Terms terms) {
		return super.attempt(strip, map, cost, (s, haloed) -> {
			if (haloed.getShape().get(1) * haloed.getShape().get(2) <= pixels)
				return terms.of(s, haloed);
			failures.incrementAndGet();
			throw new EngineException(
				"[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate" +
					" memory: you tried to allocate 123456789 bytes. Error code 12 (Cannot allocate memory)");
		});
	}
}
