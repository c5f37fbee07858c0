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

	/** Returns the values as an array, which is valid until the next call. */
	NDArray array(final float[] values, final Shape shape, final NDManager manager) {
		final int size = values.length * Float.BYTES;
		if (bytes.capacity() != size)
			bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
		bytes.clear().asFloatBuffer().put(values);
		return manager.create(bytes, shape, DataType.FLOAT32);
	}
}
