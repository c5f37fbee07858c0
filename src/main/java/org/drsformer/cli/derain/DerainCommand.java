package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
import org.drsformer.evaluate.ImprovementScorer;
import org.drsformer.evaluate.Protocols;
import org.drsformer.io.FileRoles;
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

	@Option(names = "--protocol", paramLabel = "P", description = {
		"How to score before and after, see the command metrics; may be given several times. niqe and brisque need" +
			" no targets.",
		"Default with --targets: rain200-spa." })
	private List<String> protocols = List.of();

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final DerainSettings settings;
		final DerainFiles files;
		final ImprovementScorer scorer;
		try {
			settings = network.settings();
			scorer = scorer();
			files = DerainFiles.plan(options.settings());
			checkRoles(files.roles(), settings.model(), scorer);
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
		if (dryRun)
			return new DryRun(files, settings).print(spec.commandLine().getOut(), err());
		final BatchConsole console = new BatchConsole(err());
		console.cancelOnExit();
		try (Derainer derainer = new Derainer(settings)) {
			return run(files, derainer, console, scorer);
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
		final ImprovementScorer scorer)
	{
		final ScoringConsole scores = scorer == null ? null : new ScoringConsole(console, scorer);
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

	private void checkRoles(final FileRoles roles, final Model model, final ImprovementScorer scorer) {
		model.file().ifPresent(file -> roles.reads("the model", file));
		if (scorer != null)
			scorer.targets().forEach(file -> roles.reads("a clean image", file));
		if (report != null)
			roles.writes("the report", report);
	}

	/** Returns what scores images before and after; null if nothing is scored. */
	private ImprovementScorer scorer() {
		return targets == null && protocols.isEmpty() ? null
			: new ImprovementScorer(Optional.ofNullable(targets), Protocols.byNames(protocols));
	}

	private PrintWriter err() {
		return spec.commandLine().getErr();
	}
}
