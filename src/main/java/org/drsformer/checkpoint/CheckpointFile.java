package org.drsformer.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.pickle.StoredTensor;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * An open file of weights, see {@link Checkpoint#read(Path)}. The names and shapes of the tensors are known, and the
 * values are read only when somebody asks for them, one tensor after the other:
 *
 * <pre>
 * try (CheckpointFile file = CheckpointFile.open(Path.of("deraining.pth"))) {
 * 	float[] kernels = file.tensors().get("patch_embed.proj.weight").data();
 * }
 * </pre>
 *
 * Only for one thread at a time.
 */
public final class CheckpointFile implements AutoCloseable {

	private final Source source;
	private final String name;
	private final TensorLoader loader;
	private final Map<String, StoredTensor> stored;

	private CheckpointFile(final Source source, final String name) throws IOException {
		this.source = source;
		this.name = name;
		final TorchFile file = TorchFile.open(source);
		loader = new TensorLoader(source, file);
		stored = StateDict.find(file.content());
	}

	/**
	 * Opens a file.
	 *
	 * @throws DrsformerException as {@link Checkpoint#read(Path)}, but says nothing about the values
	 */
	public static CheckpointFile open(final Path file) {
		if (!Files.isRegularFile(file))
			throw noFile(file);
		try {
			return open(Source.of(file), file.toString());
		}
		catch (final NoSuchFileException e) {
			throw noFile(file);
		}
		catch (final IOException e) {
			throw unreadable(file.toString(), e);
		}
	}

	/** Returns the failure for what is no regular file. Pipes and devices are refused, since they might never end. */
	private static DrsformerException noFile(final Path file) {
		return new DrsformerException("The checkpoint " + file +
			(Files.exists(file) ? " is not a file" : " does not exist") + "; choose a .pth or .safetensors file.");
	}

	/**
	 * Opens a checkpoint that is not a file, such as one on the class path.
	 *
	 * @param stream is read to its end into memory, and stays open
	 * @param name for the message if something is wrong
	 * @throws DrsformerException as for a file
	 */
	public static CheckpointFile open(final InputStream stream, final String name) {
		try {
			return open(Source.of(stream.readAllBytes()), name);
		}
		catch (final IOException e) {
			throw unreadable(name, e);
		}
		catch (final OutOfMemoryError e) {
			throw Checkpoint.tooLarge(name, e);
		}
	}

	/** Opens a source, which is closed with the file, or if it cannot be opened. */
	static CheckpointFile open(final Source source, final String name) {
		final CheckpointFile[] opened = new CheckpointFile[1];
		try {
			explained(name, () -> opened[0] = new CheckpointFile(source, name));
			return opened[0];
		}
		finally {
			if (opened[0] == null)
				close(source);
		}
	}

	/** What reads the source. */
	@FunctionalInterface
	private interface Reading {
		void run() throws IOException;
	}

	/** Reads, and turns what goes wrong into one sentence. */
	private static void explained(final String name, final Reading reading) {
		try {
			reading.run();
		}
		catch (final IOException e) {
			throw unreadable(name, e);
		}
		catch (final Refusal refusal) {
			throw new DrsformerException("The checkpoint " + name + " cannot be used: " + refusal.getMessage() + ".",
				refusal);
		}
		catch (final OutOfMemoryError e) {
			throw Checkpoint.tooLarge(name, e);
		}
	}

	private static DrsformerException unreadable(final String name, final IOException cause) {
		return new DrsformerException("The checkpoint " + name + " cannot be read (" + cause.getMessage() +
			"); check that the file is there and that you may read it.", cause);
	}

	/**
	 * Returns the weights by name, in the order of the file. Their values can be read until this is closed; damaged
	 * values, NaN and infinity are refused then.
	 */
	public Map<String, Tensor> tensors() {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		stored.forEach((key, tensor) -> tensors.put(key,
			new Tensor(tensor.shape(), target -> explained(name, () -> loader.read(key, tensor, target)))));
		return Collections.unmodifiableMap(tensors);
	}

	/** Returns the number of values in all tensors. */
	public long parameterCount() {
		return stored.values().stream().mapToLong(StoredTensor::size).sum();
	}

	/**
	 * Returns a checkpoint that has all values in memory.
	 *
	 * @throws DrsformerException with one sentence if they are damaged, NaN or infinite, missing, or do not fit into
	 *         memory
	 */
	public Checkpoint load() {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		explained(name, () -> {
			for (final Map.Entry<String, StoredTensor> entry : stored.entrySet())
				tensors.put(entry.getKey(), loader.load(entry.getKey(), entry.getValue()));
		});
		return Checkpoint.of(tensors);
	}

	/**
	 * Reads all values and keeps none.
	 *
	 * @throws DrsformerException with one sentence if they are damaged, NaN or infinite, or missing
	 */
	public void check() {
		explained(name, () -> {
			for (final Map.Entry<String, StoredTensor> entry : stored.entrySet())
				loader.read(entry.getKey(), entry.getValue(), null);
		});
	}

	/** Gives all bytes of this very file to a digest, even if another file has taken its place. */
	public void digest(final MessageDigest digest) {
		explained(name, () -> source.digest(digest));
	}

	@Override
	public void close() {
		close(source);
	}

	private static void close(final Source source) {
		try {
			source.close();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}
}
