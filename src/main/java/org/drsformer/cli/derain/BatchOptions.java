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

/**
 * The options of all commands that derain files: select files, name the results, and say what happens to existing ones.
 */
public final class BatchOptions {

	@Option(names = { "-r", "--recursive" },
		description = { "Also derains images in subfolders; the results have the same tree." })
	private boolean recursive;

	@Option(names = "--include", paramLabel = "GLOB",
		description = {
			"Derains only files with such names, such as '*.png' or 'north/**'; may be given several times.",
			"A GLOB with a slash is compared with the path below INPUT, others with the name only." })
	private List<String> include = List.of();

	@Option(names = "--exclude", paramLabel = "GLOB",
		description = { "Leaves out files with such names; may be given several times." })
	private List<String> exclude = List.of();

	@Option(names = "--format", defaultValue = "same", paramLabel = "FORMAT",
		description = { "same, png, tif, jpg, bmp or avi.",
			"Default: ${DEFAULT-VALUE}, but png for JPEG, which would lose some of the result, and for GIF, WebP and" +
				" PNM." })
	private String format;

	@Option(names = "--suffix", defaultValue = "", paramLabel = "TEXT",
		description = "Is added to the names of the results, such as -derained.")
	private String suffix;

	@Option(names = "--keep-ending",
		description = {
			"Results in another format keep the ending of the input in their names: cat.jpg becomes cat.jpg.png," +
				" beside cat.png." })
	private boolean keepEnding;

	@Option(names = "--overwrite", defaultValue = "if-changed", paramLabel = "WHEN",
		description = { "always, never or if-changed.",
			"Default: ${DEFAULT-VALUE}: a result is kept if it is as recorded, and was made from the same input" +
				" with the same model, settings and version of this software." })
	private String overwrite;

	@Option(names = "--fail-fast", description = "Stops at the first failure.")
	private boolean failFast;

	@Option(names = "--max-pixels", defaultValue = "100g", paramLabel = "N",
		description = { "Refuses images with more pixels (width x height x planes), such as 500m or 20g.",
			"Default: ${DEFAULT-VALUE}." })
	private String limit;

	@Option(names = "--read-timeout", defaultValue = "300", paramLabel = "SECONDS", description = {
		"How long opening a file and reading each of its planes may take before it counts as a failure; 0: no limit.",
		"Default: ${DEFAULT-VALUE}." })
	private int readTimeout;

	/**
	 * Returns the settings that the options mean.
	 *
	 * @throws org.drsformer.DrsformerException if an option is invalid
	 */
	public BatchSettings settings(final List<Path> inputs, final Path output, final Shard shard) {
		return new BatchSettings(inputs, output, recursive, new NameFilter(include, exclude),
			new OutputNames(NetworkOptions.given("--format", format), suffix, keepEnding), Overwrite.parse(overwrite),
			shard, failFast, PixelLimit.parse(limit), new ReadTime(readTimeout));
	}
}
