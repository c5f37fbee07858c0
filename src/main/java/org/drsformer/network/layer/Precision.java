package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Changes of precision that gradients pass through. DJL's {@code toType} and {@code duplicate} would stop them.
 * <p>
 * Constants are made by libtorch, not from Java arrays. DJL makes a number such as the 2 of {@code x.mul(2)} from a
 * Java buffer and closes it; the garbage collector may then reuse the memory before the backward pass reads it.
 */
public final class Precision {

	private Precision() {
		// static functions only
	}

	/** Returns x in float64, by a product with an array of that type. */
	public static NDArray doubles(final NDArray x) {
		try (NDArray one = constant(x.getManager(), 1)) {
			return x.mul(one);
		}
	}

	/** Returns x in float32, by adding it to zeros of that type. */
	public static NDArray singles(final NDArray x) {
		return x.getManager().zeros(x.getShape(), DataType.FLOAT32).addi(x);
	}

	/** Returns a copy of x. */
	public static NDArray copy(final NDArray x) {
		return x.add(0);
	}

	/** Returns a float64 number whose memory belongs to libtorch. */
	public static NDArray constant(final NDManager manager, final double value) {
		return manager.full(new Shape(1), (float) value, DataType.FLOAT64);
	}
}
