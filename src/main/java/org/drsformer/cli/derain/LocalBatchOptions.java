package org.drsformer.cli.derain;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.Shard;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The options of a run on this computer: its inputs, its output folder and its shard, with the {@link BatchOptions}.
 */
final class LocalBatchOptions {

	@Parameters(arity = "1..*", paramLabel = "INPUT", description = { "Image files, and folders of them.",
		"If several folders are given, each gets a subfolder of its name in DIR." })
	private List<Path> inputs;

	@Option(names = { "-o", "--output" }, required = true, paramLabel = "DIR",
		description = "Folder for the results; made if missing.")
	private Path output;

	@Mixin
	private BatchOptions batch;

	@Option(names = "--shard", defaultValue = "1/1", paramLabel = "I/N",
		description = { "Processes only the I-th of N parts of the files, for several computers that share the work.",
			"Default: all files." })
	private String shard;

	Path output() {
		return output;
	}

	/**
	 * Returns the settings that the options mean.
	 *
	 * @throws org.drsformer.DrsformerException if an option is invalid
	 */
	BatchSettings settings() {
		return batch.settings(inputs, output, Shard.parse(shard));
	}
}
