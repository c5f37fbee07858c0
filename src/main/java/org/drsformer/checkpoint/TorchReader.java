package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/** Reads dictionaries that {@link TorchWriter} or {@code torch.save} wrote. */
public final class TorchReader {

	private TorchReader() {}

	/**
	 * Reads a dictionary with all its entries, unlike {@link Checkpoint#read(Path)}, which looks for weights.
	 *
	 * @return numbers, texts, Booleans, nulls, Lists (also for tuples) and Maps as they are, and tensors as
	 *         {@link Tensor}s. Anything else is left out of Maps, and is null in Lists
	 * @throws DrsformerException with one sentence if the file cannot be read, is damaged, holds a dictionary or list
	 *         that contains itself, or tensors that are NaN or infinite, or does not fit into memory
	 */
	public static Map<String, Object> read(final Path file) {
		return read(file,
			(source, opened, dictionary) -> new PlainValues(new TensorLoader(source, opened)).of(dictionary));
	}

	/**
	 * Returns one of the texts at the top of a dictionary, without reading its tensors; nothing if there is none.
	 *
	 * @throws DrsformerException as {@link #read}
	 */
	public static Optional<String> text(final Path file, final String name) {
		return read(file, (source, opened,
			dictionary) -> dictionary.get(name) instanceof final String text ? Optional.of(text) : Optional.empty());
	}

	/** Takes from an open file what is wanted. */
	@FunctionalInterface
	private interface Reading<T> {
		T of(Source source, TorchFile opened, Map<?, ?> dictionary) throws IOException;
	}

	private static <T> T read(final Path file, final Reading<T> reading) {
		try (Source source = Source.of(file)) {
			final TorchFile opened = TorchFile.open(source);
			if (!(opened.content() instanceof final Map<?, ?> dictionary))
				throw Refusal.foreign("it holds no dictionary");
			return reading.of(source, opened, dictionary);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The file " + file + " cannot be read (" + failure.getMessage() +
				"); check that it is there and that you may read it.", failure);
		}
		catch (final Refusal refusal) {
			throw new DrsformerException("The file " + file + " cannot be used: " + refusal.getMessage() + ".",
				refusal);
		}
		catch (final OutOfMemoryError failure) {
			throw Checkpoint.tooLarge(file.toString(), failure);
		}
	}
}
