package org.drsformer.network.strip;

import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/** Frees the intermediate arrays of a formula. */
public final class ArrayScope {

	private ArrayScope() {
		// static functions only
	}

	/**
	 * Returns the result of a formula, and closes every other array that the formula makes on this thread. The result
	 * belongs to the caller; inside of another scope, that scope closes it in turn unless it is the result there, too.
	 *
	 * @param formula may return null
	 */
	public static NDArray resultOf(final Supplier<NDArray> formula) {
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
