package org.drsformer.train.learner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Memory of Java that libtorch reads in place: one buffer for all batches, since Java frees such memory late. */
final class PixelBuffer {

	/** The alignment of libtorch's own arrays, in bytes: the order of its sums can depend on it. */
	private static final int ALIGNMENT = 64;

	private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

	/**
	 * Returns some of the values as an array, which is valid until the next call.
	 *
	 * @param from the first of the values; the shape says how many there are
	 */
	NDArray array(final float[] values, final int from, final Shape shape, final NDManager manager) {
		final int count = (int) shape.size();
		if (bytes.capacity() != count * Float.BYTES)
			bytes = aligned(count * Float.BYTES);
		bytes.clear().asFloatBuffer().put(values, from, count);
		return manager.create(bytes, shape, DataType.FLOAT32);
	}

	private static ByteBuffer aligned(final int size) {
		return ByteBuffer.allocateDirect(size + ALIGNMENT)
			.alignedSlice(ALIGNMENT)
			.slice(0, size)
			.order(ByteOrder.nativeOrder());
	}
}
