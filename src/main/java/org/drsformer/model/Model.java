package org.drsformer.model;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.network.configuration.Configuration;

/** A trained network: its name, its file, its configuration and its weights. */
public final class Model {

	private final String name;
	private final ModelSource source;
	/** Time and size of the file before it was read. */
	private final Optional<ModelSource.Stamp> stamp;
	private final Configuration configuration;
	private final long parameterCount;
	private final String sha256;
	/** Once the weights are turned into a network, they may be freed if memory is scarce, and are read again then. */
	private SoftReference<Checkpoint> weights;

	private Model(final String name, final ModelSource source) {
		this.name = name;
		this.source = source;
		stamp = source.stamp();
		final ModelSource.Content content = source.read();
		final Checkpoint checkpoint = content.weights();
		sha256 = content.sha256();
		configuration = Configuration.infer(checkpoint.tensors(), source.toString());
		parameterCount = checkpoint.parameterCount();
		weights = new SoftReference<>(checkpoint);
	}

	/** Returns the compact model, which comes with this software. */
	static Model bundled() {
		return new Model(ModelLibrary.BUNDLED, ModelSource.bundled());
	}

	/**
	 * Returns the model in a checkpoint file.
	 *
	 * @throws DrsformerException if the file cannot be read, holds something else, or has changed since it was imported
	 */
	public static Model of(final Path file) {
		return new Model(ModelName.stem(file), ModelSource.of(file));
	}

	/** Returns the name that users know it by. */
	public String name() {
		return name;
	}

	/** Returns where it comes from: the path of its file, or {@code bundled}. */
	public String location() {
		return source.toString();
	}

	/** Returns the file of the checkpoint; nothing for the bundled model. */
	public Optional<Path> file() {
		return Optional.ofNullable(source.file());
	}

	/** Returns what it takes away: that of the published model with its name, or else what its name tells. */
	public Task task() {
		return Task.ofModel(name);
	}

	public Configuration configuration() {
		return configuration;
	}

	public long parameterCount() {
		return parameterCount;
	}

	/** Returns the SHA-256 of the whole file, in lower-case hexadecimal digits. */
	public String sha256() {
		return sha256;
	}

	/** Returns the text about its training, in Markdown; the bundled model and imported models have one. */
	public Optional<String> card() {
		return source.card();
	}

	/**
	 * Returns the weights.
	 *
	 * @throws DrsformerException if they must be read again and the file has changed or is missing
	 */
	public synchronized Checkpoint checkpoint() {
		final Checkpoint present = weights.get();
		if (present != null)
			return present;
		final ModelSource.Content again = source.read();
		if (!again.sha256().equals(sha256))
			throw new DrsformerException(
				"The model " + location() + " has changed while it was in use; start again with it.");
		weights = new SoftReference<>(again.weights());
		return again.weights();
	}

	/** Returns whether time and size of its file are still those of the file that was read. */
	boolean isCurrent() {
		return stamp.isPresent() && stamp.equals(source.stamp());
	}
}
