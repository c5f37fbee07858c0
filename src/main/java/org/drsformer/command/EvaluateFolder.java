package org.drsformer.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.Progress;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.window.Display;
import org.drsformer.command.window.Tables;
import org.drsformer.evaluate.Evaluation;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.EvaluationSettings;
import org.drsformer.evaluate.NamePattern;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.ResultFolders;
import org.drsformer.evaluate.imageplus.Crop;
import org.drsformer.evaluate.report.ComparisonTable;
import org.drsformer.evaluate.report.CsvReport;
import org.drsformer.evaluate.report.ScorePlot;
import org.drsformer.evaluate.report.ScoreTable;
import org.drsformer.evaluate.report.SummaryTable;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.io.WholeFile;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Scores folders of results against a folder of clean images. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Evaluate Folder...") },
	attrs = @Attr(name = Hints.HELP, value = "metrics.md#in-fiji"))
public final class EvaluateFolder extends DrsformerCommand {

	@Parameter(label = "Results", style = FileWidget.DIRECTORY_STYLE,
		description = "Folder of the results; if it has folders of images instead, each of them is a method; with" +
			" subfolders, each is a method if the images are in folders of its own, one for each data set",
		persist = false)
	private File results;

	@Parameter(label = "Targets", style = FileWidget.DIRECTORY_STYLE, required = false,
		description = "Folder of the clean images, which have the names of the results; empty if the protocol is" +
			" niqe or brisque",
		persist = false)
	private File targets;

	@Parameter(label = "Protocol",
		description = "How to score: rain200-spa for Rain200L, Rain200H and SPA-Data, did-ddn for DID-Data and" +
			" DDN-Data; niqe and brisque without targets, or beside rain200-spa with them; the page Metrics of the" +
			" documentation describes each",
		persist = false,
		attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.SINGLE_PROTOCOLS))
	private String protocol = Protocol.rain200Spa().name();

	@Parameter(label = "Data range",
		description = "Distance between the darkest and the brightest possible value, such as" +
			" 4095 for 12 bit; 0 for that of the pixel type",
		min = "0", persist = false)
	private double range;

	@Parameter(label = "Result names",
		description = "Which files are results, such as *_DR.png; the part that * stands for pairs them with their" +
			" targets",
		persist = false)
	private String resultnames = NamePattern.ANY.text();

	@Parameter(label = "Target names", description = "Which files are targets, such as *_GT.png", persist = false)
	private String targetnames = NamePattern.ANY.text();

	@Parameter(label = "With subfolders",
		description = "Also scores the images in subfolders, each subfolder as a data set with rows of its own in the" +
			" summary; the target of a result is in the folder of the same name, in target or norain in it, or in the" +
			" nearest folder above",
		persist = false)
	private boolean recursive;

	@Parameter(label = "Crop",
		description = "For results that were cropped: common cuts both images to their common size from the upper" +
			" left corner, as for multiples of 8 or 16; a number leaves out so many pixels at each border, 0 none;" +
			" niqe and brisque score whole results",
		persist = false)
	private String crop = Crop.NONE.toString();

	@Parameter(label = "Plots", description = "Draws the scores of the methods side by side", persist = false)
	private boolean plots = true;

	@Parameter(label = "CSV file", style = FileWidget.SAVE_STYLE, required = false,
		description = "Writes every score into this file; empty writes none", persist = false)
	private File csv;

	@Parameter(label = "Scores", type = ItemIO.OUTPUT)
	private ResultsTable scores;

	@Parameter(label = "Summary", type = ItemIO.OUTPUT)
	private ResultsTable summary;

	@Parameter(label = "Comparison with the first method", type = ItemIO.OUTPUT)
	private ResultsTable comparison;

	@Parameter(label = "PSNR plot", type = ItemIO.OUTPUT)
	private ImagePlus psnrplot;

	@Parameter(label = "SSIM plot", type = ItemIO.OUTPUT)
	private ImagePlus ssimplot;

	@Parameter(label = "Plot of NIQE or BRISQUE", type = ItemIO.OUTPUT)
	private ImagePlus singleplot;

	@Override
	String task() {
		return "Evaluate " + results.getName();
	}

	@Override
	void work(final Progress progress) {
		if (csv != null)
			WholeFile.checkPlace(csv.toPath());
		final Evaluation evaluation = Evaluation.plan(settings());
		if (csv != null)
			evaluation.roles().writes("the CSV file", csv.toPath());
		final EvaluationReport report = evaluation.run(progress);
		if (csv != null)
			CsvReport.write(report, csv.toPath());
		report.notes().forEach(IJ::log);
		show(report);
	}

	private EvaluationSettings settings() {
		final Optional<Path> folder = Optional.ofNullable(targets).map(File::toPath);
		return new EvaluationSettings(ResultFolders.in(results.toPath(), folder, recursive), folder,
			new NamePattern(resultnames), new NamePattern(targetnames), protocols(folder), 0).withBelow(recursive)
			.withCrop(Crop.parse(crop));
	}

	private Protocols protocols(final Optional<Path> folder) {
		final Protocols chosen = Protocols.byNames(List.of(protocol))
			.forTargets(folder.isPresent(), Protocol.rain200Spa());
		return range == 0 ? chosen : chosen.withDataRange(range);
	}

	private void show(final EvaluationReport report) {
		scores = Tables.show(ScoreTable.of(report), "Scores of " + results.getName());
		summary = Tables.show(SummaryTable.of(report), "Summary of " + results.getName());
		if (report.methods().size() > 1)
			comparison = Tables.show(ComparisonTable.of(report), "Comparison of " + results.getName());
		if (!plots)
			return;
		final ScorePlot plot = new ScorePlot(report);
		for (final Protocol paired : report.protocols().paired()) {
			psnrplot = Display.image(plot.of(Measure.psnr(paired)));
			ssimplot = Display.image(plot.of(Measure.ssim(paired)));
		}
		for (final NoReference single : report.protocols().single())
			singleplot = Display.image(plot.of(Measure.of(single)));
	}
}
