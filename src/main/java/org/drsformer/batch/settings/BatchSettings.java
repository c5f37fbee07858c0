package org.drsformer.batch.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

/**
 * Says which files are derained and where the results go:
 *
 * <pre>
 * BatchSettings files = BatchSettings.of(List.of(rainy), clean).withRecursive(true).withOverwrite(Overwrite.NEVER);
 * </pre>
 *
 * @param inputs files and folders
 * @param output the folder for the results; need not exist
 * @param recursive whether images in subfolders are derained too; the results have the same tree
 * @param names selects files of the folders
 * @param outputs the names of the results
 * @param overwrite what happens to results that exist
 * @param shard the part of the files that this run processes
 * @param failFast whether the first failure ends the run
 * @param limit the largest image that is accepted
 * @param time how long reading a file may take
 */
public record BatchSettings(List<Path> inputs, Path output, boolean recursive, NameFilter names, OutputNames outputs,
	Overwrite overwrite, Shard shard, boolean failFast, PixelLimit limit, ReadTime time) {

	/** @throws DrsformerException if there are no inputs */
	public BatchSettings {
		inputs = List.copyOf(inputs);
		if (inputs.isEmpty())
			throw new DrsformerException("No input is given; name files or folders to derain.");
		Objects.requireNonNull(output, "output");
	}

	/** Returns default settings: images directly inside of the folders, and results that are up to date are kept. */
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
