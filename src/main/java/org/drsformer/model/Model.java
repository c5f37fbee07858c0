package org.drsformer.model;

import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.network.Configuration;

/** A trained network: what it is, what file it comes from, and its weights. */
public final class Model {

	private final String name;
	private final ModelSource source;
	/** Of the file before it was read. */
	private final Optional<ModelSource.Stamp> stamp;
	private final Configuration configuration;
	private final long parameterCount;
	private final String sha256;
	/** Weights are read again when memory ran short after they had been turned into a network. */
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

	/** The compact model that comes with this software. */
	static Model bundled() {
		return new Model(ModelLibrary.BUNDLED, ModelSource.bundled());
	}

	/**
	 * The model in a checkpoint file.
	 *
	 * @throws DrsformerException if the file cannot be read, holds something else, or was imported and has changed
	 *         since
	 */
	public static Model of(final Path file) {
		return new Model(ModelName.stem(file), ModelSource.of(file));
	}

	/** How users call it. */
	public String name() {
		return name;
	}

	/** Where it comes from: a path, or {@code bundled}. */
	public String location() {
		return source.toString();
	}

	/** Returns the file of the checkpoint; nothing for the bundled model. */
	public Optional<Path> file() {
		return Optional.ofNullable(source.file());
	}

	public Configuration configuration() {
		return configuration;
	}

	public long parameterCount() {
		return parameterCount;
	}

	/** Of the whole file, in lower-case hexadecimal digits. */
	public String sha256() {
		return sha256;
	}

	/** What is known of its training, in Markdown; the bundled model has one, and imported ones. */
	public Optional<String> card() {
		return source.card();
	}

	/**
	 * The weights.
	 *
	 * @throws DrsformerException if they have to be read again and the file has changed or gone
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

	/** Whether its file is still the one that it was read from, as far as time and size tell. */
	boolean isCurrent() {
		return stamp.isPresent() && stamp.equals(source.stamp());
	}
}
