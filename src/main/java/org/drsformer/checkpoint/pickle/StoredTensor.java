package org.drsformer.checkpoint.pickle;

import java.util.Arrays;

import org.drsformer.checkpoint.source.Refusal;

/**
 * A tensor as a pickle describes it: a view of a storage, contiguous or not. A view must stay inside of its storage.
 *
 * @param storage that holds the numbers
 * @param offset the place of the first number in the storage, in numbers
 * @param shape the length of each axis
 * @param strides the step along each axis, in numbers; 0 repeats
 */
public record StoredTensor(Storage storage, long offset, int[] shape, long[] strides) {

	/** More numbers than any DRSformer has (33 million): 1 GiB of float32. */
	public static final int MOST_NUMBERS = 1 << 28;

	private static final int MOST_AXES = 8;

	/**
	 * Returns the tensor for the arguments of {@code torch._utils._rebuild_tensor_v2}. What follows the strides does
	 * not matter here.
	 */
	static StoredTensor of(final Arguments arguments) {
		final long[] shape = arguments.integers(2);
		final long[] strides = arguments.integers(3);
		if (shape.length > MOST_AXES || shape.length != strides.length)
			throw Refusal.damaged("it has a tensor with " + shape.length + " axes and " + strides.length + " strides");
		final StoredTensor tensor = new StoredTensor(arguments.storage(0), arguments.integer(1), axes(shape), strides);
		tensor.checkInside();
		return tensor;
	}

	/** Returns a tensor that is its whole storage, in C order. */
	public static StoredTensor whole(final Storage storage, final long[] shape) {
		if (shape.length > MOST_AXES)
			throw Refusal.damaged("it has a tensor with " + shape.length + " axes");
		final int[] axes = axes(shape);
		final long[] strides = new long[axes.length];
		long step = 1;
		for (int axis = axes.length - 1; axis >= 0; axis--) {
			strides[axis] = step;
			step *= axes[axis];
		}
		return new StoredTensor(storage, 0, axes, strides);
	}

	private static int[] axes(final long[] shape) {
		long size = 1;
		for (final long axis : shape) {
			if (axis > MOST_NUMBERS || size * axis > MOST_NUMBERS)
				throw Refusal.foreign("it has a tensor of the absurd shape " + Arrays.toString(shape));
			size *= axis;
		}
		return Arrays.stream(shape).mapToInt(axis -> (int) axis).toArray();
	}

	private void checkInside() {
		long left = storage.elements() - offset;
		for (int axis = 0; axis < shape.length && left > 0; axis++)
			left -= reach(axis, left);
		if (size() > 0 && left <= 0)
			throw Refusal.damaged("it has a tensor that reaches beyond its data");
	}

	/**
	 * Returns the distance from the first to the last number along an axis, at most {@code most}: it could overflow.
	 */
	private long reach(final int axis, final long most) {
		final int steps = shape[axis] - 1;
		return steps <= 0 ? 0 : strides[axis] > most / steps ? most : steps * strides[axis];
	}

	/** Returns how many numbers the tensor has. */
	public int size() {
		return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
	}

	/** Returns whether the tensor is its whole storage, number by number. */
	public boolean isWhole() {
		return size() == storage.elements() && isContiguous();
	}

	private boolean isContiguous() {
		long step = 1;
		for (int axis = shape.length - 1; axis >= 0; axis--) {
			if (shape[axis] > 1 && strides[axis] != step)
				return false;
			step *= shape[axis];
		}
		return true;
	}

	/** Returns the numbers of the tensor in C order, out of all numbers of its storage. */
	public float[] gather(final float[] stored) {
		final float[] values = new float[size()];
		if (isContiguous() && values.length > 0)
			System.arraycopy(stored, (int) offset, values, 0, values.length);
		else
			gather(stored, values);
		return values;
	}

	private void gather(final float[] stored, final float[] values) {
		final int[] index = new int[shape.length];
		long position = offset;
		for (int i = 0; i < values.length; i++) {
			values[i] = stored[(int) position];
			for (int axis = shape.length - 1; axis >= 0; axis--) {
				position += strides[axis];
				if (++index[axis] < shape[axis])
					break;
				position -= strides[axis] * shape[axis];
				index[axis] = 0;
			}
		}
	}
}
