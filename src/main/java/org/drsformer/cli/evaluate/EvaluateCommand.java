package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.evaluate.DataSet;
import org.drsformer.evaluate.Evaluation;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.EvaluationSettings;
import org.drsformer.evaluate.NamePattern;
import org.drsformer.evaluate.PairRunner;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.imageplus.Crop;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores folders of results. */
@Command(name = "evaluate",
	description = {
		"Scores folders of results against a folder of clean targets, or without targets by NIQE and BRISQUE.",
		"Files are paired by name: cat.png with cat.png, or with cat.tif; if no names are equal, by the first number" +
			" in them, if that is unique: rain-1x2.png with norain-1.png. Files without a partner and pairs that" +
			" cannot be compared are listed; the rest is scored." })
public final class EvaluateCommand implements Callable<Integer> {

	@Option(names = "--results", required = true, arity = "1..*", paramLabel = "DIR",
		description = "Folder of results; several folders are several methods, side by side.")
	private List<Path> results;

	@Option(names = "--targets", paramLabel = "DIR",
		description = { "Folder of the clean images; the protocols niqe and brisque need none.",
			"With one of these, results without a target are no error." })
	private Path targets;

	@Mixin
	private ProtocolOptions options;

	@Option(names = "--results-pattern", defaultValue = "*", paramLabel = "PATTERN",
		description = {
			"Which files are results, such as *_DR.png; the part that * stands for is the name by which they are" +
				" paired. # stands for a number that is not part of the name: *_#.jpg pairs 901_1.jpg and 901_2.jpg" +
				" with 901.jpg.",
			"Default: every image." })
	private String resultPattern;

	@Option(names = "--targets-pattern", defaultValue = "*", paramLabel = "PATTERN",
		description = { "Which files are targets, such as *_GT.png.", "Default: every image." })
	private String targetPattern;

	@Option(names = { "-r", "--recursive" },
		description = {
			"Also scores the folders below, each as a data set with a line of its own: those that derain -r writes.",
			"The target of a result is in the folder of the same name, in target or norain in it, or in the nearest" +
				" folder above." })
	private boolean recursive;

	@Option(names = "--crop", paramLabel = "common|N", description = {
		"For results that were cropped: common cuts both images to their common size from the upper left corner, as" +
			" for multiples of 8 or 16; a number leaves out so many pixels at each border.",
		"niqe and brisque score whole results. Default: images that differ in size are not scored." })
	private String crop;

	@Mixin
	private ReportFiles files;

	@Option(names = "--compare-paper", paramLabel = "DATASET", description = {
		"Shows published results beside yours: on rain200l, rain200h, did, ddn or spa those of 14 methods in Table 1" +
			" of the DRSformer paper (CVPR 2023), on rain100l, rain100h, test100, test1200 or test2800 those of 10" +
			" methods in Table 1 of the Restormer paper (CVPR 2022).",
		"The default protocol is then the one of the data set." })
	private String dataSet;

	@Option(names = "--threads", defaultValue = "0", paramLabel = "N",
		description = { "Processors to use.", "Default: all." })
	private int threads;

	@Option(names = "--read-timeout", defaultValue = "300", paramLabel = "SECONDS", description = {
		"How long reading a file may take before it counts as a failure; 0: no limit.", "Default: ${DEFAULT-VALUE}." })
	private int readTimeout;

	@Spec
	private CommandSpec spec;

	/** Scores the pairs; null for the threads of this computer. */
	private final PairRunner runner;

	/** Scores on this computer. */
	public EvaluateCommand() {
		this(null);
	}

	/** Lets a runner score the pairs. */
	public EvaluateCommand(final PairRunner runner) {
		this.runner = runner;
	}

	@Override
	public Integer call() {
		final DataSet published;
		final Evaluation evaluation;
		try {
			files.checkPlaces();
			published = dataSet == null ? null : DataSet.byName(dataSet);
			evaluation = Evaluation.plan(settings(published));
			files.checkRoles(evaluation.roles());
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
		final EvaluationReport report = run(evaluation);
		print(report, published);
		final boolean written = files.write(report, spec.commandLine().getErr());
		return written && report.unscored().isEmpty() ? 0 : ExitCode.FAILED;
	}

	private EvaluationSettings settings(final DataSet published) {
		final Optional<Path> folder = Optional.ofNullable(targets);
		final Protocols protocols = options.protocols(folder,
			published == null ? Protocol.rain200Spa() : published.protocol());
		if (published != null && protocols.paired().isEmpty())
			throw new DrsformerException("--compare-paper needs scores against targets; add --targets.");
		return new EvaluationSettings(results, folder, new NamePattern(resultPattern), new NamePattern(targetPattern),
			protocols, threads, new ReadTime(readTimeout), recursive, crop == null ? Crop.NONE : Crop.parse(crop));
	}

	private EvaluationReport run(final Evaluation evaluation) {
		final String subject = targets == null ? "images" : "targets";
		final BatchConsole console = new BatchConsole(spec.commandLine().getErr());
		console.subject(evaluation.size() + " " + subject);
		console.cancelOnExit();
		try {
			return runner == null ? evaluation.run(console)
				: evaluation.run(runner, new ProgressLines(console, evaluation.size(), subject));
		}
		finally {
			console.finished();
		}
	}

	private void print(final EvaluationReport report, final DataSet published) {
		final PrintWriter out = spec.commandLine().getOut();
		final PrintWriter err = spec.commandLine().getErr();
		new ReportText(report).print(out);
		if (published != null)
			new PaperText(report, published).print(out, err);
		report.notes().forEach(note -> err.println(OneLine.of(note)));
		if (!report.withoutTarget().isEmpty())
			err.printf(Locale.ROOT, "%d without a target, scored only by %s: %s%n", report.withoutTarget().size(),
				report.protocols().singles(), OneLine.of(report.withoutTarget().get(0).toString()) +
					(report.withoutTarget().size() > 1 ? ", ..." : ""));
		if (!report.unscored().isEmpty())
			err.printf(Locale.ROOT, "%d not scored:%n", report.unscored().size());
		report.unscored()
			.forEach(unscored -> err.println("  " +
				OneLine.of((unscored.protocol().isEmpty() ? "" : unscored.protocol() + ": ") + unscored.sentence())));
		out.flush();
	}
}
