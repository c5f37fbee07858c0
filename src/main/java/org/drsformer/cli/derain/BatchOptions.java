package org.drsformer.cli.derain;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.NameFilter;
import org.drsformer.batch.settings.OutputNames;
import org.drsformer.batch.settings.Overwrite;
import org.drsformer.batch.settings.Shard;
import org.drsformer.cli.option.NetworkOptions;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

import picocli.CommandLine.Option;

/** Which files of the inputs are meant, and what becomes of them: options of all commands that derain files. */
public final class BatchOptions {

	@Option(names = { "-r", "--recursive" },
		description = { "Folders in folders too; the results have the same tree." })
	private boolean recursive;

	@Option(names = "--include", paramLabel = "GLOB",
		description = { "Only files with such names, as in '*.png' or 'north/**'; may be given several times.",
			"With a slash it is the path below INPUT that is compared, else the name alone." })
	private List<String> include = List.of();

	@Option(names = "--exclude", paramLabel = "GLOB", description = { "No files with such names." })
	private List<String> exclude = List.of();

	@Option(names = "--format", defaultValue = "same", paramLabel = "FORMAT",
		description = { "same, png, tif, jpg, bmp or avi.",
			"Default: ${DEFAULT-VALUE}, but png for JPEG, which would lose some of the result, and for GIF, WebP and" +
				" PNM." })
	private String format;

	@Option(names = "--suffix", defaultValue = "", paramLabel = "TEXT",
		description = "Put behind the names of the results, as in -derained.")
	private String suffix;

	@Option(names = "--keep-ending", description = {
		"Results of another format have the ending of the input in their names: cat.jpg becomes cat.jpg.png, beside" +
			" cat.png." })
	private boolean keepEnding;

	@Option(names = "--overwrite", defaultValue = "if-changed", paramLabel = "WHEN",
		description = { "always, never or if-changed.",
			"Default: ${DEFAULT-VALUE}: a result is left alone if it is the one that was" +
				" recorded, made from the same input with the same model, settings and version of this software." })
	private String overwrite;

	@Option(names = "--fail-fast", description = "Stops at the first failure.")
	private boolean failFast;

	@Option(names = "--max-pixels", defaultValue = "100g", paramLabel = "N", description = {
		"Refuses images of more pixels, width x height x frames, such as 500m or 20g.", "Default: ${DEFAULT-VALUE}." })
	private String limit;

	@Option(names = "--read-timeout", defaultValue = "300", paramLabel = "SECONDS", description = {
		"How long opening a file may take, and reading each plane of it, before it counts as a failure; 0: as long" +
			" as it takes.",
		"Default: ${DEFAULT-VALUE}." })
	private int readTimeout;

	/** @throws org.drsformer.DrsformerException if one of them cannot be understood */
	public BatchSettings settings(final List<Path> inputs, final Path output, final Shard shard) {
		return new BatchSettings(inputs, output, recursive, new NameFilter(include, exclude),
			new OutputNames(NetworkOptions.given("--format", format), suffix, keepEnding), Overwrite.parse(overwrite),
			shard, failFast, PixelLimit.parse(limit), new ReadTime(readTimeout));
	}
}
