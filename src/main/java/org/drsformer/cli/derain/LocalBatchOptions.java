package org.drsformer.cli.derain;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.Shard;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which files are meant, and where their results go. */
final class LocalBatchOptions {

	@Parameters(arity = "1..*", paramLabel = "INPUT", description = { "Image files, and folders of them.",
		"Of several folders each gets a folder of its own name in DIR." })
	private List<Path> inputs;

	@Option(names = { "-o", "--output" }, required = true, paramLabel = "DIR",
		description = "Folder for the results; made if missing.")
	private Path output;

	@Mixin
	private BatchOptions choice;

	@Option(names = "--shard", defaultValue = "1/1", paramLabel = "I/N",
		description = { "Does only the I-th of N parts of the files, for several computers that share the work.",
			"Default: all files." })
	private String shard;

	Path output() {
		return output;
	}

	/** @throws org.drsformer.DrsformerException if one of them cannot be understood */
	BatchSettings settings() {
		return choice.settings(inputs, output, Shard.parse(shard));
	}
}
