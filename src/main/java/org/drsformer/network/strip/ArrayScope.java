package org.drsformer.network.strip;

import java.util.function.Supplier;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;

/** Frees the intermediate arrays of a formula. */
public final class ArrayScope {

	private ArrayScope() {
		// static functions only
	}

	/**
	 * Returns the result of a formula, and closes every other array that the formula makes on this thread. The result
	 * belongs to the caller; inside of another scope, that scope closes it in turn unless it is the result there, too.
	 */
	public static NDArray resultOf(final Supplier<NDArray> formula) {
		final NDArray[] result = new NDArray[1];
		resultsOf(() -> {
			result[0] = formula.get();
			return result[0] == null ? new NDList() : new NDList(result[0]);
		});
		return result[0];
	}

	/** Returns the results of a formula, and closes every other array, as {@link #resultOf} does. */
	public static NDList resultsOf(final Supplier<NDList> formula) {
		final NDList results;
		try (NDScope scope = new NDScope()) {
			scope.suppressNotUsedWarning();
			results = formula.get();
			NDScope.unregister(results);
		}
		results.forEach(NDScope::register);
		return results;
	}
}
