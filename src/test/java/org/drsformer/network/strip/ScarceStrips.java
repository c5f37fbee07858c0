package org.drsformer.network.strip;

import org.drsformer.Progress;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;

/** Strips on a machine without enough memory for strips of more than some number of pixels. */
public final class ScarceStrips extends InferenceStrips {

	private final long pixels;
	private int failures;

	public ScarceStrips(final long pixels) {
		super(Long.MAX_VALUE, Long.MAX_VALUE, Progress.NONE, Double.MAX_VALUE);
		this.pixels = pixels;
	}

	/** Returns how often an allocation failed. */
	public int failures() {
		return failures;
	}

	@Override
	NDArray attempt(final Strip strip, final NDArray map, final PixelCost cost, final Operation operation) {
		return super.attempt(strip, map, cost, (s, haloed) -> {
			if (haloed.getShape().get(1) * haloed.getShape().get(2) <= pixels)
				return operation.apply(s, haloed);
			failures++;
			throw new EngineException(
				"[enforce fail at alloc_cpu.cpp:119] err == 0. DefaultCPUAllocator: can't allocate" +
					" memory: you tried to allocate 123456789 bytes. Error code 12 (Cannot allocate memory)");
		});
	}
}
