package org.drsformer.network.layer;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.drsformer.checkpoint.Tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * The weights of a network as arrays, which are made when somebody asks for them. The last ones stay for a while, since
 * modules ask several times for what they rearrange.
 */
public final class LoadedWeights implements AutoCloseable {

	private final Map<String, Tensor> tensors;
	private final NDManager manager;
	private final long room;
	private final Map<String, NDArray> last = new LinkedHashMap<>();
	private long taken;

	/**
	 * @param tensors by their names in the checkpoint
	 * @param manager closes the arrays, unless they are closed earlier
	 * @param room how many values stay together
	 */
	public LoadedWeights(final Map<String, Tensor> tensors, final NDManager manager, final long room) {
		this.tensors = tensors;
		this.manager = manager;
		this.room = room;
	}

	/** Returns a tensor as an array on the device, which belongs to the caller; null if there is none. */
	NDArray get(final String name) {
		final Tensor tensor = tensors.get(name);
		if (tensor == null)
			return null;
		final NDArray present = last.get(name);
		if (present != null)
			return present.reshape(present.getShape());
		final NDArray loaded = load(tensor);
		return tensor.size() <= room ? keep(name, loaded) : loaded;
	}

	/** Returns the shape of a tensor, which is not read; null if there is none. */
	Shape shape(final String name) {
		final Tensor tensor = tensors.get(name);
		return tensor == null ? null : shape(tensor);
	}

	private static Shape shape(final Tensor tensor) {
		return new Shape(IntStream.of(tensor.shape()).asLongStream().toArray());
	}

	private NDArray load(final Tensor tensor) {
		final Shape shape = shape(tensor);
		if (manager.getDevice().isGpu() || tensor.size() == 0)
			return manager.create(tensor.data(), shape);
		// right into the memory of libtorch: memory of Java would stay until the garbage collector runs
		final NDArray array = manager.create(shape, DataType.FLOAT32);
		final FloatBuffer values = array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
		tensor.copyTo(values);
		return array;
	}

	/** Returns a view of an array, which stays. */
	private NDArray keep(final String name, final NDArray array) {
		final Iterator<NDArray> oldest = last.values().iterator();
		while (taken + array.size() > room) {
			final NDArray leaving = oldest.next();
			taken -= leaving.size();
			leaving.close();
			oldest.remove();
		}
		NDScope.unregister(array);
		last.put(name, array);
		taken += array.size();
		return array.reshape(array.getShape());
	}

	@Override
	public void close() {
		last.values().forEach(NDArray::close);
		last.clear();
	}
}
