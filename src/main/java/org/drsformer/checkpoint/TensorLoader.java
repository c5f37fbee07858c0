package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns described tensors into float32. Every storage is read and converted once, and tensors that are their whole
 * storage share its array. Repeating and overlapping views cannot make a small file fill the memory: all numbers
 * together may be as many as the file has bytes, which leaves room for four views of each float32.
 */
final class TensorLoader {

	private static final int CHUNK_BYTES = 1 << 18;

	private final Source source;
	private final Map<String, Extent> extents;
	private final Map<String, float[]> loaded = new HashMap<>();
	private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
	private long room;

	TensorLoader(final Source source, final Map<String, Extent> extents) {
		this.source = source;
		this.extents = extents;
		room = Math.min(source.length(), StoredTensor.MOST_NUMBERS);
	}

	/** Reads a tensor's numbers. */
	Tensor load(final StoredTensor tensor) throws IOException {
		final float[] stored = load(tensor.storage());
		if (tensor.isWhole())
			return new Tensor(tensor.shape(), stored);
		reserve(tensor.size());
		return new Tensor(tensor.shape(), tensor.gather(stored));
	}

	private float[] load(final Storage storage) throws IOException {
		float[] values = loaded.get(storage.key());
		if (values == null)
			loaded.put(storage.key(), values = read(storage));
		return values;
	}

	private float[] read(final Storage storage) throws IOException {
		final Extent extent = extents.get(storage.key());
		if (extent == null || extent.length() != storage.bytes())
			throw Refusal.damaged("the data of its storage " + Refusal.quote(storage.key()) + " are missing or not as long as announced");
		reserve(storage.elements());
		final float[] values = new float[(int) storage.elements()];
		convert(extent, storage.type(), values);
		return values;
	}

	private void convert(final Extent extent, final ElementType type, final float[] values) throws IOException {
		final Checksum checksum = new Checksum();
		for (int start = 0; start < values.length;) {
			final int count = Math.min(chunk.capacity() / type.size(), values.length - start);
			source.fill(extent.position() + (long) start * type.size(), chunk.clear().limit(count * type.size()));
			checksum.add(chunk.flip());
			type.decode(chunk.rewind(), values, start, count);
			start += count;
		}
		checksum.check(extent);
	}

	private void reserve(final long numbers) {
		if (numbers > room)
			throw Refusal.foreign("its tensors claim more numbers than a file of " + source.length() + " bytes can hold");
		room -= numbers;
	}
}
