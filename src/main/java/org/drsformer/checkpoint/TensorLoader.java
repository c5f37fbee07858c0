package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

import org.drsformer.checkpoint.pickle.ElementType;
import org.drsformer.checkpoint.pickle.Storage;
import org.drsformer.checkpoint.pickle.StoredTensor;
import org.drsformer.checkpoint.source.Checksum;
import org.drsformer.checkpoint.source.Extent;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * Turns described tensors into float32. Reads and converts every storage once; tensors that are their whole storage
 * share its array. Refuses NaN and infinity. Repeating and overlapping views cannot make a small file fill the memory:
 * all tensors together may have as many numbers as the file has bytes, which allows four views of each float32.
 */
final class TensorLoader {

	private static final int CHUNK_BYTES = 1 << 17;
	/** The bits of infinity without its sign. As whole numbers, the bits of NaN are larger. */
	private static final int INFINITY = 0x7f800000;

	private final Source source;
	private final Map<String, Extent> extents;
	private final Map<String, float[]> loaded = new HashMap<>();
	private final ByteBuffer chunk;
	/** The numbers of a chunk: even if each takes one byte. */
	private final float[] part = new float[CHUNK_BYTES];
	private long room;

	TensorLoader(final Source source, final TorchFile file) {
		this.source = source;
		extents = file.storages();
		chunk = ByteBuffer.allocate(CHUNK_BYTES).order(file.order());
		room = Math.min(source.length(), StoredTensor.MOST_NUMBERS);
	}

	/**
	 * Returns a tensor with its numbers.
	 *
	 * @param name for the message
	 * @throws Refusal if a number is NaN or infinite, which would spread over whole images, or data are missing
	 */
	Tensor load(final String name, final StoredTensor tensor) throws IOException {
		final float[] values = values(tensor);
		requireFinite(values, values.length, name);
		return new Tensor(tensor.shape(), values);
	}

	/**
	 * Puts the numbers of a tensor into a buffer, without an array for all of them.
	 *
	 * @param name for the message
	 * @param target has room for them; null to check them only
	 * @throws Refusal as {@link #load}
	 */
	void read(final String name, final StoredTensor tensor, final FloatBuffer target) throws IOException {
		if (!tensor.isWhole()) {
			final float[] gathered = load(name, tensor).data();
			room += gathered.length;
			if (target != null)
				target.put(gathered);
			return;
		}
		final Storage storage = tensor.storage();
		decode(extent(storage), storage.type(), tensor.size(), part, 0, count -> {
			requireFinite(part, count, name);
			if (target != null)
				target.put(part, 0, count);
		});
	}

	private float[] values(final StoredTensor tensor) throws IOException {
		final float[] stored = load(tensor.storage());
		if (tensor.isWhole())
			return stored;
		reserve(tensor.size());
		return tensor.gather(stored);
	}

	/** Has no branch for each value: a full size network has 33 million. */
	private static void requireFinite(final float[] values, final int count, final String name) {
		int largest = 0;
		for (int i = 0; i < count; i++)
			largest = Math.max(largest, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
		if (largest >= INFINITY)
			throw Refusal.useless("its tensor " + Refusal.quote(name) + " holds values that are NaN or infinite");
	}

	private float[] load(final Storage storage) throws IOException {
		float[] values = loaded.get(storage.key());
		if (values == null)
			loaded.put(storage.key(), values = read(storage));
		return values;
	}

	private float[] read(final Storage storage) throws IOException {
		final Extent extent = extent(storage);
		reserve(storage.elements());
		final float[] values = new float[(int) storage.elements()];
		decode(extent, storage.type(), values.length, values, 1, count -> {});
		return values;
	}

	private Extent extent(final Storage storage) {
		final Extent extent = extents.get(storage.key());
		if (extent == null || extent.length() != storage.bytes())
			throw Refusal.damaged(
				"the data of its storage " + Refusal.quote(storage.key()) + " are missing or not as long as announced");
		return extent;
	}

	/**
	 * Converts the numbers of a storage.
	 *
	 * @param values receives them
	 * @param step 1 to put one part behind the other, 0 to put each part at the begin
	 * @param done is told the length of each part
	 */
	private void decode(final Extent extent, final ElementType type, final int numbers, final float[] values,
		final int step, final IntConsumer done) throws IOException
	{
		final Checksum checksum = new Checksum();
		for (int start = 0; start < numbers;) {
			final int count = Math.min(chunk.capacity() / type.size(), numbers - start);
			source.fill(extent.position() + (long) start * type.size(), chunk.clear().limit(count * type.size()));
			checksum.add(chunk.flip());
			type.decode(chunk.rewind(), values, start * step, count);
			done.accept(count);
			start += count;
		}
		checksum.check(extent);
	}

	private void reserve(final long numbers) {
		if (numbers > room)
			throw Refusal
				.foreign("its tensors claim more numbers than a file of " + source.length() + " bytes can hold");
		room -= numbers;
	}
}
