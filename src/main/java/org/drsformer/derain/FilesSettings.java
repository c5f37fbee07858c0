package org.drsformer.derain;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.drsformer.DrsformerException;
import org.drsformer.image.PixelLimit;
import org.drsformer.image.ReadTime;

/**
 * Which files are derained, and where the results go:
 *
 * <pre>
 * FilesSettings files = FilesSettings.of(List.of(rainy), clean).withRecursive(true).withShard(Shard.parse("3/8"));
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
public record FilesSettings(List<Path> inputs, Path output, boolean recursive, NameFilter names, OutputNames outputs,
	Overwrite overwrite, Shard shard, boolean failFast, PixelLimit limit, ReadTime time) {

	/** @throws DrsformerException if there are no inputs */
	public FilesSettings {
		inputs = List.copyOf(inputs);
		if (inputs.isEmpty())
			throw new DrsformerException("There is nothing to derain; name files or folders.");
		Objects.requireNonNull(output, "output");
	}

	/** Everything by default: images directly inside of the folders, what is done is not done again. */
	public static FilesSettings of(final List<Path> inputs, final Path output) {
		return new FilesSettings(inputs, output, false, NameFilter.ALL, OutputNames.SAME, Overwrite.IF_CHANGED,
			Shard.WHOLE, false, PixelLimit.USUAL, ReadTime.USUAL);
	}

	public FilesSettings withRecursive(final boolean newRecursive) {
		return new FilesSettings(inputs, output, newRecursive, names, outputs, overwrite, shard, failFast, limit, time);
	}

	public FilesSettings withNames(final NameFilter newNames) {
		return new FilesSettings(inputs, output, recursive, newNames, outputs, overwrite, shard, failFast, limit, time);
	}

	public FilesSettings withOutputs(final OutputNames newOutputs) {
		return new FilesSettings(inputs, output, recursive, names, newOutputs, overwrite, shard, failFast, limit, time);
	}

	public FilesSettings withOverwrite(final Overwrite newOverwrite) {
		return new FilesSettings(inputs, output, recursive, names, outputs, newOverwrite, shard, failFast, limit, time);
	}

	public FilesSettings withShard(final Shard newShard) {
		return new FilesSettings(inputs, output, recursive, names, outputs, overwrite, newShard, failFast, limit, time);
	}

	public FilesSettings withFailFast(final boolean newFailFast) {
		return new FilesSettings(inputs, output, recursive, names, outputs, overwrite, shard, newFailFast, limit, time);
	}

	public FilesSettings withLimit(final PixelLimit newLimit) {
		return new FilesSettings(inputs, output, recursive, names, outputs, overwrite, shard, failFast, newLimit, time);
	}

	public FilesSettings withTime(final ReadTime newTime) {
		return new FilesSettings(inputs, output, recursive, names, outputs, overwrite, shard, failFast, limit, newTime);
	}
}
