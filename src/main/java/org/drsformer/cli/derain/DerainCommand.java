package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.BatchReport;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.option.NetworkOptions;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.evaluate.CleanTargets;
import org.drsformer.io.FileRoles;
import org.drsformer.metric.Protocol;
import org.drsformer.model.Model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Derains files and folders. */
@Command(name = "derain",
	description = { "Removes rain from images: PNG, JPEG, TIFF (stacks too), BMP, AVI, GIF, WebP and PNM.",
		"Results keep size, type and name; the results of JPEG, GIF, WebP and PNM are PNG files, so that nothing" +
			" is lost.",
		"A bad file does not stop the others. Another run derains only files whose results are missing, incomplete" +
			" or out of date, as the manifest in DIR records." })
public final class DerainCommand implements Callable<Integer> {

	@Mixin
	private LocalBatchOptions options;

	@Mixin
	private NetworkOptions network;

	@Option(names = "--dry-run", description = "Lists what a run would do, and why, but does nothing.")
	private boolean dryRun;

	@Option(names = "--report", paramLabel = "FILE",
		description = "Writes a CSV table with the result of each file: size, seconds, failure.")
	private Path report;

	@Option(names = "--targets", paramLabel = "DIR",
		description = {
			"Folder of targets, the same images without rain: shows by how much deraining improves the scores.",
			"Pairs are made by name; images without a target there are not scored." })
	private Path targets;

	@Option(names = "--protocol", paramLabel = "P",
		description = { "How to score against the targets, see the command metrics.", "Default: rain200-spa." })
	private String protocol;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final DerainSettings settings;
		final DerainFiles files;
		final CleanTargets cleanTargets;
		try {
			settings = network.settings();
			cleanTargets = cleanTargets();
			files = DerainFiles.plan(options.settings());
			checkRoles(files.roles(), settings.model(), cleanTargets);
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
		if (dryRun)
			return new DryRun(files, settings).print(spec.commandLine().getOut(), err());
		final BatchConsole console = new BatchConsole(err());
		console.cancelOnExit();
		try (Derainer derainer = new Derainer(settings)) {
			return run(files, derainer, console, cleanTargets);
		}
		catch (final CancellationException exc) {
			console.interrupted();
			return ExitCode.INTERRUPTED;
		}
		finally {
			console.finished();
		}
	}

	private int run(final DerainFiles files, final Derainer derainer, final BatchConsole console,
		final CleanTargets cleanTargets)
	{
		final ScoringConsole scores = cleanTargets == null ? null : new ScoringConsole(console, cleanTargets);
		final BatchListener listener = scores == null ? console : scores;
		final BatchSummary summary;
		if (report == null)
			summary = files.run(derainer, listener);
		else
			try (BatchReport rows = new BatchReport(report)) {
				files.failures().forEach(rows::add);
				summary = files.run(derainer, listener, rows::add);
			}
		new SummaryText(summary, options.output()).print(err());
		if (scores != null)
			scores.report(spec.commandLine().getOut(), err());
		return summary.isComplete() && (scores == null || scores.succeeded()) ? 0 : ExitCode.FAILED;
	}

	private void checkRoles(final FileRoles roles, final Model model, final CleanTargets cleanTargets) {
		model.file().ifPresent(file -> roles.reads("the model", file));
		if (cleanTargets != null)
			cleanTargets.files().forEach(file -> roles.reads("a clean image", file));
		if (report != null)
			roles.writes("the report", report);
	}

	/** Returns the targets that results are scored against; null if there are none. */
	private CleanTargets cleanTargets() {
		if (targets == null && protocol != null)
			throw new DrsformerException("--protocol " + protocol + " needs targets to score against; add --targets.");
		return targets == null ? null
			: new CleanTargets(targets, protocol == null ? Protocol.rain200Spa() : Protocol.byName(protocol));
	}

	private PrintWriter err() {
		return spec.commandLine().getErr();
	}
}
