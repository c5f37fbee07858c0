package org.drsformer.network.strip;

import java.util.HashMap;
import java.util.Map;

import org.drsformer.network.layer.Precision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/** Holds what one pass over the strips of a map has computed until the next pass takes it. */
public final class StripCache implements AutoCloseable {

	private final Map<Strip, NDArray> arrays = new HashMap<>();
	private boolean refusing;

	StripCache() {
		// made by the strips
	}

	/** Stores a copy, since a view would keep the whole array alive that it is a part of. */
	public void put(final Strip strip, final NDArray array) {
		final NDArray copy = Precision.copy(array);
		NDScope.unregister(copy);
		if (!isStored(strip, copy))
			copy.close();
	}

	private synchronized boolean isStored(final Strip strip, final NDArray copy) {
		if (!refusing)
			arrays.put(strip, copy);
		return !refusing;
	}

	/** Returns what is stored for exactly this strip, which belongs to the caller then; null if there is nothing. */
	public synchronized NDArray take(final Strip strip) {
		return arrays.remove(strip);
	}

	synchronized int count() {
		return arrays.size();
	}

	/** Frees what nobody has taken, and stores nothing from now on. */
	synchronized void refuse() {
		refusing = true;
		close();
	}

	/** Frees what nobody has taken. The cache is empty then, and may be used again. */
	@Override
	public synchronized void close() {
		arrays.values().forEach(NDArray::close);
		arrays.clear();
	}
}
