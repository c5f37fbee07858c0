package org.drsformer.network.strip;

import java.util.HashMap;
import java.util.Map;

import org.drsformer.network.layer.Precision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/** What one pass over the strips of a map keeps for the next, so that it need not be computed again. */
public final class Kept implements AutoCloseable {

	private final Map<Strip, NDArray> values = new HashMap<>();

	/** Keeps a copy, since a view would keep all that it is a part of. */
	public void put(final Strip strip, final NDArray ofStrip) {
		final NDArray copy = Precision.copy(ofStrip);
		NDScope.unregister(copy);
		values.put(strip, copy);
	}

	/** What was kept for exactly this strip, for the caller to close; or null. */
	public NDArray take(final Strip strip) {
		return values.remove(strip);
	}

	int count() {
		return values.size();
	}

	/** Frees what nobody has taken; more may be put after that. */
	@Override
	public void close() {
		values.values().forEach(NDArray::close);
		values.clear();
	}
}
