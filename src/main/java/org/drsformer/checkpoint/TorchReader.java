package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;

/** Reads back what {@link TorchWriter} wrote, and other dictionaries that {@code torch.save} did. */
public final class TorchReader {

	private TorchReader() {}

	/**
	 * Reads a dictionary with all that is in it, unlike {@link Checkpoint#read(Path)}, which looks for weights.
	 *
	 * @return numbers, texts, Booleans, nulls, and Lists and Maps, as they are; tensors as {@link Tensor}s
	 * @throws DrsformerException with one sentence if the file cannot be read or is damaged
	 */
	public static Map<String, Object> read(final Path file) {
		try (Source source = Source.of(file)) {
			final TorchFile opened = TorchFile.open(source);
			if (!(opened.content() instanceof final Map<?, ?> dictionary))
				throw Refusal.foreign("it holds no dictionary");
			return convert(dictionary, new TensorLoader(source, opened.storages()));
		}
		catch (final IOException failure) {
			throw new DrsformerException("The file " + file + " cannot be read (" + failure.getMessage() +
				"); check that it is there and that you may read it.", failure);
		}
		catch (final Refusal refusal) {
			throw new DrsformerException("The file " + file + " cannot be used: " + refusal.getMessage() + ".", refusal);
		}
	}

	private static Map<String, Object> convert(final Map<?, ?> dictionary, final TensorLoader loader) throws IOException {
		final Map<String, Object> result = new LinkedHashMap<>();
		for (final Map.Entry<?, ?> entry : dictionary.entrySet())
			result.put(String.valueOf(entry.getKey()), convert(entry.getValue(), loader));
		return result;
	}

	private static Object convert(final Object value, final TensorLoader loader) throws IOException {
		if (value instanceof final StoredTensor tensor)
			return loader.load(tensor);
		return value instanceof final Map<?, ?> dictionary ? convert(dictionary, loader) : value;
	}
}
