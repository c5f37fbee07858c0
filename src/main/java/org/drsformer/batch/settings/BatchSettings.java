package org.drsformer.batch.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

/**
 * Which files are derained, and where the results go:
 *
 * <pre>
 * BatchSettings files = BatchSettings.of(List.of(rainy), clean).withRecursive(true).withOverwrite(Overwrite.NEVER);
 * </pre>
 *
 * @param inputs files and folders
 * @param output folder for the results; need not exist
 * @param recursive whether folders in folders are meant; the results have the same tree
 * @param names which files of the folders are meant
 * @param outputs how results are called
 * @param overwrite what becomes of results that are there
 * @param shard the part of the files that this run does
 * @param failFast whether the first failure ends the run
 * @param limit the largest image that is taken on
 * @param time how long reading a file may take
 */
public record BatchSettings(List<Path> inputs, Path output, boolean recursive, NameFilter names, OutputNames outputs,
	Overwrite overwrite, Shard shard, boolean failFast, PixelLimit limit, ReadTime time) {

	/** @throws DrsformerException if there are no inputs */
	public BatchSettings {
		inputs = List.copyOf(inputs);
		if (inputs.isEmpty())
			throw new DrsformerException("There is nothing to derain; name files or folders.");
		Objects.requireNonNull(output, "output");
	}

	/** Everything by default: images directly inside of the folders, what is done is not done again. */
	public static BatchSettings of(final List<Path> inputs, final Path output) {
		return new BatchSettings(inputs, output, false, NameFilter.ALL, OutputNames.SAME, Overwrite.IF_CHANGED,
			Shard.WHOLE, false, PixelLimit.USUAL, ReadTime.USUAL);
	}

	public BatchSettings withRecursive(final boolean newRecursive) {
		return new BatchSettings(inputs, output, newRecursive, names, outputs, overwrite, shard, failFast, limit, time);
	}

	public BatchSettings withOutputs(final OutputNames newOutputs) {
		return new BatchSettings(inputs, output, recursive, names, newOutputs, overwrite, shard, failFast, limit, time);
	}

	public BatchSettings withOverwrite(final Overwrite newOverwrite) {
		return new BatchSettings(inputs, output, recursive, names, outputs, newOverwrite, shard, failFast, limit, time);
	}
}
