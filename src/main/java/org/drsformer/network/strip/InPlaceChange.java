package org.drsformer.network.strip;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import ai.djl.ndarray.NDArray;

/**
 * Changes a map in place, strip by strip: a band only when the next band, whose halo reaches into it, has been
 * computed.
 */
final class InPlaceChange implements AutoCloseable {

	private final NDArray map;
	private final BiConsumer<NDArray, NDArray> change;
	private Map<Strip, NDArray> above = new LinkedHashMap<>();
	private Map<Strip, NDArray> band = new LinkedHashMap<>();

	/** @param change changes a part of the map by an array of the same size, which is not consumed */
	InPlaceChange(final NDArray map, final BiConsumer<NDArray, NDArray> change) {
		this.map = map;
		this.change = change;
	}

	/**
	 * Adds the result for the next strip from left to right and top to bottom.
	 *
	 * @param part is consumed
	 * @param last whether it ends its band
	 */
	void add(final Strip strip, final NDArray part, final boolean last) {
		band.put(strip, part);
		if (!last)
			return;
		applyAbove();
		above = band;
		band = new LinkedHashMap<>();
	}

	/** Changes the last band. */
	void finish() {
		applyAbove();
	}

	private void applyAbove() {
		above.forEach((strip, part) -> apply(change, map, strip, part));
		above.clear();
	}

	/** Changes a strip of a map by a part of the same size, which is consumed. */
	static void apply(final BiConsumer<NDArray, NDArray> change, final NDArray map, final Strip strip,
		final NDArray part)
	{
		try (part; NDArray target = strip.of(map)) {
			change.accept(target, part);
		}
	}

	/** Frees what has not changed the map, after a failure. */
	@Override
	public void close() {
		above.values().forEach(NDArray::close);
		band.values().forEach(NDArray::close);
	}
}
