package org.drsformer.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.CheckpointFile;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;

/**
 * A trained network: its name, its file and its configuration. Its weights stay in the file until somebody needs them.
 */
public final class Model {

	private final String name;
	private final ModelSource source;
	/** Time and size of the file before it was read. */
	private final Optional<ModelSource.Stamp> stamp;
	private final Configuration configuration;
	private final long parameterCount;
	private final String sha256;

	/** What the description of the tensors tells. */
	private record Facts(Configuration configuration, long parameterCount) {

		static Facts of(final CheckpointFile file, final ModelSource source) {
			return new Facts(Configuration.infer(file.tensors(), source.toString()), file.parameterCount());
		}
	}

	/** @param stamp of the file before it was read */
	private Model(final String name, final ModelSource source, final Optional<ModelSource.Stamp> stamp,
		final Facts facts, final String sha256)
	{
		this.name = name;
		this.source = source;
		this.stamp = stamp;
		configuration = facts.configuration();
		parameterCount = facts.parameterCount();
		this.sha256 = sha256;
	}

	/** Returns the compact model, which comes with this software. */
	static Model bundled() {
		return checked(ModelLibrary.BUNDLED, ModelSource.bundled());
	}

	/**
	 * Returns the model in a checkpoint file, of which all is read once.
	 *
	 * @throws DrsformerException if the file cannot be read, holds something else, or has changed since it was imported
	 */
	public static Model of(final Path file) {
		return checked(ModelName.stem(file), ModelSource.of(file));
	}

	private static Model checked(final String name, final ModelSource source) {
		final Optional<ModelSource.Stamp> stamp = source.stamp();
		final ModelSource.Content<Facts> content = source.read(file -> {
			final Facts facts = Facts.of(file, source);
			file.check();
			return facts;
		});
		return new Model(name, source, stamp, content.found(), content.sha256());
	}

	/**
	 * Returns the model in a file as it was imported. Its weights are not read, so that they may have changed since.
	 *
	 * @throws DrsformerException if the file cannot be read, or its description is not one of a model
	 */
	static Model listed(final String name, final ModelSource source) {
		final Optional<ModelSource.Stamp> stamp = source.stamp();
		try (CheckpointFile file = source.open()) {
			return new Model(name, source, stamp, Facts.of(file, source),
				source.recorded().orElseGet(() -> ModelSource.sha256(file)));
		}
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
	 * Returns all weights, which are read from the file.
	 *
	 * @throws DrsformerException if the file has changed since this model was made, or is missing
	 */
	public Checkpoint checkpoint() {
		return opened(CheckpointFile::load);
	}

	/**
	 * Returns what is made of the weights.
	 *
	 * @param loader gets the weights by name, which are read one by one when it asks for their values
	 * @throws DrsformerException if the file has changed since this model was made, or is missing
	 */
	public <T> T load(final Function<Map<String, Tensor>, T> loader) {
		return opened(file -> loader.apply(file.tensors()));
	}

	private <T> T opened(final Function<CheckpointFile, T> loader) {
		try (CheckpointFile file = source.open()) {
			requireUnchanged(file);
			final T loaded = loader.apply(file);
			requireUnchanged(file);
			return loaded;
		}
	}

	private void requireUnchanged(final CheckpointFile file) {
		if (!isCurrent() && !ModelSource.sha256(file).equals(sha256))
			throw new DrsformerException(
				"The model " + location() + " has changed while it was in use; start again with it.");
	}

	/** Returns whether time and size of its file are still those of the file that was read. */
	boolean isCurrent() {
		return stamp.isPresent() && stamp.equals(source.stamp());
	}
}
