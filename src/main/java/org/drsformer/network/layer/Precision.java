package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Changes of precision that gradients pass through: DJL's {@code toType} and {@code duplicate} detach what they make.
 * <p>
 * What autograd keeps must not be made of Java arrays and then closed, as DJL does for {@code x.mul(2)}: such an array
 * lends its memory from a Java buffer, which the garbage collector takes back before the backward pass reads it.
 */
public final class Precision {

	private Precision() {
		// static functions only
	}

	/** x in float64, by a product with an array of that type. */
	public static NDArray doubles(final NDArray x) {
		try (NDArray one = constant(x.getManager(), 1)) {
			return x.mul(one);
		}
	}

	/** x in float32, by adding it to zeros of that type. */
	public static NDArray singles(final NDArray x) {
		return x.getManager().zeros(x.getShape(), DataType.FLOAT32).addi(x);
	}

	/** A copy of x. */
	public static NDArray copy(final NDArray x) {
		return x.add(0);
	}

	/** A float64 number whose memory libtorch owns. */
	public static NDArray constant(final NDManager manager, final double value) {
		return manager.full(new Shape(1), (float) value, DataType.FLOAT64);
	}
}
