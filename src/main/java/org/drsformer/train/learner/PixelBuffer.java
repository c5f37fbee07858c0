package org.drsformer.train.learner;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** Memory of Java that libtorch reads in place: one buffer for all batches, since Java frees such memory late. */
final class PixelBuffer {

	private ByteBuffer bytes = ByteBuffer.allocateDirect(0);

	/**
	 * Returns some of the values as an array, which is valid until the next call.
	 *
	 * @param from the first of the values; the shape says how many there are
	 */
	NDArray array(final float[] values, final int from, final Shape shape, final NDManager manager) {
		final int count = (int) shape.size();
		if (bytes.capacity() != count * Float.BYTES)
			bytes = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
		bytes.clear().asFloatBuffer().put(values, from, count);
		return manager.create(bytes, shape, DataType.FLOAT32);
	}
}
