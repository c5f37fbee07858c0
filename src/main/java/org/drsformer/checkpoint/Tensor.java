package org.drsformer.checkpoint;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A float32 tensor in C order.
 *
 * @param shape the length of each axis, none for a single number; not copied, so not to be changed
 * @param data the values, the last axis fastest; not copied, so not to be changed, and perhaps shared with another
 *        tensor
 */
public record Tensor(int[] shape, float[] data) {

	private static final long TOO_MANY = 1L << 31;

	/** @throws IllegalArgumentException if the axes do not multiply to the number of values */
	public Tensor {
		long expected = 1;
		for (final int axis : shape)
			expected = Math.min(TOO_MANY, expected * requireAxis(axis));
		if (expected != data.length)
			throw new IllegalArgumentException(text(shape) + " does not hold " + data.length + " values");
	}

	private static int requireAxis(final int axis) {
		if (axis < 0)
			throw new IllegalArgumentException("a tensor cannot be " + axis + " long");
		return axis;
	}

	/** The number of values. */
	public int size() {
		return data.length;
	}

	/** The shape as it is shown to people, such as {@code 48x3x3x3}. */
	public String shapeText() {
		return text(shape);
	}

	/** A shape as it is shown to people, such as {@code 48x3x3x3}; a shape without axes is a {@code scalar}. */
	public static String text(final int[] shape) {
		return shape.length == 0 ? "scalar"
			: Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining("x"));
	}
}
