package org.drsformer.network.strip;

import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/** Frees what a formula leaves behind. */
public final class ArrayScope {

	private ArrayScope() {
		// static functions only
	}

	/** The result of a formula; every other array that it made on the way is closed. */
	public static NDArray keep(final Supplier<NDArray> formula) {
		final NDArray result;
		try (NDScope scope = new NDScope()) {
			scope.suppressNotUsedWarning();
			result = formula.get();
			if (result != null)
				NDScope.unregister(result);
		}
		if (result != null)
			NDScope.register(result);
		return result;
	}
}
