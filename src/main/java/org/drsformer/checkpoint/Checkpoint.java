package org.drsformer.checkpoint;

import java.io.IOException;
import java.io.InputStream;
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
 * The weights of a model, by name. Reads {@code .pth} files of PyTorch and {@code .safetensors} files, and writes
 * {@code .pth} files, without Python and without running anything that a file may contain:
 *
 * <pre>
 * Checkpoint checkpoint = Checkpoint.read(Path.of("deraining.pth"));
 * float[] kernels = checkpoint.tensors().get("patch_embed.proj.weight").data();
 * checkpoint.write(Path.of("copy.pth"));
 * </pre>
 *
 * A checkpoint is immutable as long as nobody writes into the arrays of its tensors.
 */
public final class Checkpoint {

	private final Map<String, Tensor> tensors;

	private Checkpoint(final Map<String, Tensor> tensors) {
		this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
	}

	/** Returns a checkpoint of these weights, in the order of the map. */
	public static Checkpoint of(final Map<String, Tensor> tensors) {
		return new Checkpoint(tensors);
	}

	/**
	 * Reads the weights in a safetensors file, or in a file that {@code torch.save} wrote, in its zip form or the form
	 * before PyTorch 1.6. The weights are under the first of {@code params_ema}, {@code ema_state_dict},
	 * {@code params}, {@code state_dict}, {@code model_state_dict}, {@code model}, {@code net} and {@code generator}
	 * that holds tensors, itself or again under one of these names, or else at the top. The prefixes {@code module.},
	 * {@code _orig_mod.}, {@code model.}, {@code net.} and {@code generator.} of the names are dropped. All kinds of
	 * numbers become float32. Everything but tensors is left out.
	 *
	 * @throws DrsformerException with one sentence if the file cannot be read, is damaged, holds no weights or weights
	 *         that are NaN or infinite, claims sizes that it does not hold, or does not fit into memory
	 */
	public static Checkpoint read(final Path file) {
		return read(file, null);
	}

	/**
	 * Reads the weights like {@link #read(Path)}, and hashes the very file that was read, even if another file takes
	 * its place meanwhile.
	 *
	 * @param digest gets all bytes of the file; null for none
	 */
	public static Checkpoint read(final Path file, final MessageDigest digest) {
		if (!Files.isRegularFile(file))
			throw noFile(file);
		try (Source source = Source.of(file)) {
			final Checkpoint checkpoint = read(source, file.toString());
			if (digest != null)
				source.digest(digest);
			return checkpoint;
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
	 * Reads the weights of a checkpoint that is not a file, such as one on the class path; see {@link #read(Path)}.
	 *
	 * @param stream is read to its end into memory, and stays open
	 * @param name for the message if something is wrong
	 * @throws DrsformerException as for a file
	 */
	public static Checkpoint read(final InputStream stream, final String name) {
		try {
			return read(Source.of(stream.readAllBytes()), name);
		}
		catch (final IOException e) {
			throw unreadable(name, e);
		}
		catch (final OutOfMemoryError e) {
			throw tooLarge(name, e);
		}
	}

	static Checkpoint read(final Source source, final String name) throws IOException {
		try {
			final TorchFile file = TorchFile.open(source);
			final TensorLoader loader = new TensorLoader(source, file);
			final Map<String, Tensor> tensors = new LinkedHashMap<>();
			for (final Map.Entry<String, StoredTensor> entry : StateDict.find(file.content()).entrySet())
				tensors.put(entry.getKey(), loader.load(entry.getKey(), entry.getValue()));
			return new Checkpoint(tensors);
		}
		catch (final Refusal refusal) {
			throw new DrsformerException("The checkpoint " + name + " cannot be used: " + refusal.getMessage() + ".",
				refusal);
		}
		catch (final OutOfMemoryError e) {
			throw tooLarge(name, e);
		}
	}

	static DrsformerException tooLarge(final String name, final OutOfMemoryError cause) {
		return new DrsformerException("Java does not have enough memory for the checkpoint " + name + " (at most " +
			(Runtime.getRuntime().maxMemory() >> 20) +
			" MiB); give it more (-Xmx, in Fiji Edit > Options > Memory & Threads).", cause);
	}

	private static DrsformerException unreadable(final String name, final IOException cause) {
		return new DrsformerException("The checkpoint " + name + " cannot be read (" + cause.getMessage() +
			"); check that the file is there and that you may read it.", cause);
	}

	/** Returns the weights by name, in the order of the file; the map cannot be changed. */
	public Map<String, Tensor> tensors() {
		return tensors;
	}

	/** Returns the number of values in all tensors. */
	public long parameterCount() {
		return tensors.values().stream().mapToLong(Tensor::size).sum();
	}

	/**
	 * Writes the weights under {@code params}, as the official code does, in the zip form that
	 * {@code torch.load(file, weights_only=True)} reads. Replaces an existing file at the end, so that a file is never
	 * half written.
	 *
	 * @throws DrsformerException with one sentence if the file cannot be written
	 */
	public void write(final Path file) {
		TorchWriter.write(file, Map.of("params", this));
	}
}
