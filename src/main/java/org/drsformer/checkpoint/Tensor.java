package org.drsformer.checkpoint;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A float32 tensor in C order.
 *
 * @param shape the length of each axis; no axis for a single number. Must not be changed, since it is not copied
 * @param data the values, the last axis fastest. Must not be changed, since it is not copied and may belong to another
 *        tensor as well
 */
public record Tensor(int[] shape, float[] data) {

	private static final long TOO_MANY = 1L << 31;

	/** @throws IllegalArgumentException if the product of the axes is not the number of values */
	public Tensor {
		long expected = 1;
		for (final int axis : shape)
			expected = Math.min(TOO_MANY, expected * requireAxis(axis));
		if (expected != data.length)
			throw new IllegalArgumentException(text(shape) + " does not hold " + data.length + " values");
	}

	private static int requireAxis(final int axis) {
		if (axis < 0)
			throw new IllegalArgumentException("The axis of a tensor cannot be " + axis + " long");
		return axis;
	}

	/** Returns the number of values. */
	public int size() {
		return data.length;
	}

	/** Returns the shape as it is shown to people, such as {@code 48x3x3x3}. */
	public String shapeText() {
		return text(shape);
	}

	/** Returns a shape as it is shown to people, such as {@code 48x3x3x3}, or {@code scalar} for one without axes. */
	public static String text(final int[] shape) {
		return shape.length == 0 ? "scalar"
			: Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining("x"));
	}
}
