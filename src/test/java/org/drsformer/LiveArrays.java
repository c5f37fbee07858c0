package org.drsformer;

import java.lang.reflect.Field;
import java.util.Map;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Counts the arrays that hold native memory; DJL shows only those of one manager. */
public final class LiveArrays {

	private LiveArrays() {
		// static functions only
	}

	/** Returns the number of arrays of this manager and all below it. */
	public static long in(final NDManager manager) {
		long count = 0;
		for (final Object resource : resources(manager).values())
			count += resource instanceof final NDManager child ? in(child) : resource instanceof NDArray ? 1 : 0;
		return count;
	}

	private static Map<?, ?> resources(final NDManager manager) {
		try {
			final Field resources = BaseNDManager.class.getDeclaredField("resources");
			resources.setAccessible(true);
			return (Map<?, ?>) resources.get(manager);
		}
		catch (final ReflectiveOperationException failure) {
			throw new AssertionError(failure);
		}
	}
}
