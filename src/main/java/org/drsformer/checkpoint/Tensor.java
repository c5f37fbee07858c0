package org.drsformer.checkpoint;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A float32 tensor in C order. Its values are in an array, or in an open {@link CheckpointFile}, and then they are read
 * each time somebody asks for them.
 */
public final class Tensor {

	private static final long TOO_MANY = 1L << 31;

	private final int[] shape;
	private final int size;
	private final float[] data;
	/** Puts all values into a buffer; null if they are in an array. */
	private final Consumer<FloatBuffer> reader;

	/**
	 * @param shape the length of each axis; no axis for a single number. Must not be changed, since it is not copied
	 * @param data the values, the last axis fastest. Must not be changed, since it is not copied and may belong to
	 *        another tensor as well
	 * @throws IllegalArgumentException if the product of the axes is not the number of values
	 */
	public Tensor(final int[] shape, final float[] data) {
		this(shape, data, null);
		if (size != data.length)
			throw new IllegalArgumentException(text(shape) + " does not hold " + data.length + " values");
	}

	/**
	 * @param reader puts all values into a buffer that has room for them
	 */
	Tensor(final int[] shape, final Consumer<FloatBuffer> reader) {
		this(shape, null, reader);
	}

	private Tensor(final int[] shape, final float[] data, final Consumer<FloatBuffer> reader) {
		this.shape = shape;
		this.data = data;
		this.reader = reader;
		size = size(shape);
	}

	private static int size(final int[] shape) {
		long size = 1;
		for (final int axis : shape)
			size = Math.min(TOO_MANY, size * requireAxis(axis));
		if (size == TOO_MANY)
			throw new IllegalArgumentException(text(shape) + " is too large for a tensor");
		return (int) size;
	}

	private static int requireAxis(final int axis) {
		if (axis < 0)
			throw new IllegalArgumentException("The axis of a tensor cannot be " + axis + " long");
		return axis;
	}

	/** Returns the length of each axis, which must not be changed; no axis for a single number. */
	public int[] shape() {
		return shape;
	}

	/**
	 * Returns the values, the last axis fastest. They must not be changed, since they may not be a copy.
	 *
	 * @throws org.drsformer.DrsformerException if they are in a file and cannot be read
	 */
	public float[] data() {
		if (data != null)
			return data;
		final float[] values = new float[size];
		reader.accept(FloatBuffer.wrap(values));
		return values;
	}

	/**
	 * Puts the values into a buffer.
	 *
	 * @throws org.drsformer.DrsformerException if they are in a file and cannot be read
	 */
	public void copyTo(final FloatBuffer target) {
		if (data != null)
			target.put(data);
		else
			reader.accept(target);
	}

	/** Returns the number of values. */
	public int size() {
		return size;
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
