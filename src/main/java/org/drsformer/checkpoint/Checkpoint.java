package org.drsformer.checkpoint;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;
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
		try (CheckpointFile opened = CheckpointFile.open(file)) {
			return opened.load();
		}
	}

	/**
	 * Reads the weights of a checkpoint that is not a file, such as one on the class path; see {@link #read(Path)}.
	 *
	 * @param stream is read to its end into memory, and stays open
	 * @param name for the message if something is wrong
	 * @throws DrsformerException as for a file
	 */
	public static Checkpoint read(final InputStream stream, final String name) {
		try (CheckpointFile opened = CheckpointFile.open(stream, name)) {
			return opened.load();
		}
	}

	static Checkpoint read(final Source source, final String name) {
		try (CheckpointFile opened = CheckpointFile.open(source, name)) {
			return opened.load();
		}
	}

	static DrsformerException tooLarge(final String name, final OutOfMemoryError cause) {
		return new DrsformerException("Java does not have enough memory for the checkpoint " + name + " (at most " +
			(Runtime.getRuntime().maxMemory() >> 20) +
			" MiB); give it more (-Xmx, in Fiji Edit > Options > Memory & Threads).", cause);
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
