package org.drsformer.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.spark.SparkContext;
import org.drsformer.DrsformerException;
import org.drsformer.batch.BatchReport;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.settings.Shard;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.derain.BatchOptions;
import org.drsformer.cli.derain.SummaryText;
import org.drsformer.cli.option.NetworkOptions;
import org.drsformer.derain.DerainSettings;
import org.drsformer.io.FileRoles;
import org.drsformer.model.Model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Derains a folder on a cluster. */
@Command(name = "derain",
	description = { "Removes rain from the images of a folder, on all executors of a cluster.",
		"IN and OUT are folders that the driver and all executors can access under the same path, or addresses such" +
			" as hdfs://node/rainy or s3a://bucket/rainy. Results," +
			" manifest and exit codes are those of the same command on one computer; another run derains only files" +
			" whose results are missing or out of date.",
		"--threads is the number of threads of each task, by default spark.task.cpus." })
final class SparkDerain implements Callable<Integer> {

	private final Supplier<SparkContext> spark;
	private final RunAddresses addresses;

	@Parameters(index = "0", paramLabel = "IN", description = "Folder of images, or an image file.")
	private Path input;

	@Parameters(index = "1", paramLabel = "OUT", description = "Folder for the results; made if missing.")
	private Path output;

	@Mixin
	private BatchOptions batch;

	@Mixin
	private NetworkOptions network;

	@Option(names = "--report", paramLabel = "FILE",
		description = "Writes a CSV table with the result of each file: size, seconds, failure.")
	private Path report;

	@Spec
	private CommandSpec spec;

	/** @param spark starts Spark */
	SparkDerain(final Supplier<SparkContext> spark, final RunAddresses addresses) {
		this.spark = spark;
		this.addresses = addresses;
	}

	@Override
	public Integer call() {
		final DerainSettings settings;
		final DerainFiles files;
		try {
			settings = network.settings(addresses::model);
			files = DerainFiles.plan(batch.settings(List.of(input), output, Shard.WHOLE));
			checkRoles(files.roles(), settings.model());
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
		final BatchConsole console = new BatchConsole(spec.commandLine().getErr());
		console.cancelOnExit();
		try {
			return run(files, settings, console);
		}
		catch (final CancellationException exc) {
			console.interrupted();
			return ExitCode.INTERRUPTED;
		}
		finally {
			console.finished();
		}
	}

	private void checkRoles(final FileRoles roles, final Model model) {
		model.file().ifPresent(file -> roles.reads("the model", file));
		if (report != null)
			roles.writes("the report", report);
	}

	private int run(final DerainFiles files, final DerainSettings settings, final BatchConsole console) {
		final BatchSummary summary;
		if (report == null)
			summary = run(files, settings, console, result -> {});
		else
			try (BatchReport rows = new BatchReport(report)) {
				files.failures().forEach(rows::add);
				summary = run(files, settings, console, rows::add);
			}
		new SummaryText(summary, output).print(spec.commandLine().getErr());
		return summary.isComplete() ? 0 : ExitCode.FAILED;
	}

	private BatchSummary run(final DerainFiles files, final DerainSettings settings, final BatchConsole console,
		final Consumer<FileResult> results)
	{
		return files.runWith(new ClusterDerainer(spark.get(), settings, output), settings, console, results);
	}
}
