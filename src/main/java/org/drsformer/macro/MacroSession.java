package org.drsformer.macro;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainFiles;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.FilesSummary;
import org.drsformer.derain.ImagePlusDerainer;
import org.drsformer.evaluate.Evaluation;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.EvaluationSettings;
import org.drsformer.evaluate.ImagePlusScore;
import org.drsformer.evaluate.ResultFolders;
import org.drsformer.evaluate.ScorePlot;
import org.drsformer.evaluate.ScoreTable;
import org.drsformer.metric.Score;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** What the functions do, between a macro's registering them and its end. */
final class MacroSession {

	private final MacroSettings settings = new MacroSettings();
	private EvaluationReport report;

	MacroSettings settings() {
		return settings;
	}

	/** @return the title of the result, which is the active image then */
	String derain() {
		final ImagePlus rainy = OpenImages.active();
		try (Derainer derainer = new Derainer(settings.derain());
				StatusProgress progress = new StatusProgress("Deraining " + rainy.getTitle()))
		{
			return OpenImages.show(ImagePlusDerainer.derain(rainy, derainer, progress));
		}
	}

	/** @return how many images were written */
	String derainFolder(final String input, final String output) {
		final Path folder = folder(input);
		final DerainFiles files = DerainFiles.plan(List.of(folder), folder(output));
		try (Derainer derainer = new Derainer(settings.derain());
				FolderProgress progress = new FolderProgress(folder))
		{
			final FilesSummary summary = files.run(derainer, progress);
			if (!summary.failed().isEmpty())
				throw new DrsformerException(FolderProgress.sentence(summary));
			return Integer.toString(summary.done().size());
		}
	}

	/** @return null: the number is put where the macro wants it */
	String score(final Object[] arguments, final ToDoubleFunction<Score> metric) {
		final ImagePlus result = OpenImages.find((String) arguments[0]);
		final ImagePlus target = OpenImages.find((String) arguments[1]);
		try (StatusProgress progress = new StatusProgress("Comparing " + result.getTitle())) {
			final Score score = ImagePlusScore.of(result, target, settings.protocol(), progress);
			((Double[]) arguments[2])[0] = metric.applyAsDouble(score);
			return null;
		}
	}

	/** @return how many images were scored */
	String evaluateFolder(final String results, final String targets) {
		final EvaluationSettings evaluation = EvaluationSettings.of(ResultFolders.in(folder(results)), folder(targets),
			settings.protocol());
		try (StatusProgress progress = new StatusProgress("Evaluating " + results)) {
			report = Evaluation.plan(evaluation).run(progress);
		}
		final ResultsTable table = ResultsTable.getResultsTable();
		ScoreTable.add(table, report);
		table.show("Results");
		return Integer.toString(report.scores().size());
	}

	/** @return the title of the plot, which is the active image then */
	String plotScores(final String metric) {
		if (report == null)
			throw new DrsformerException("There are no scores to plot; call Ext.evaluateFolder before.");
		final ScorePlot plot = new ScorePlot(report, report.protocols().get(0));
		return OpenImages.show(switch (metric) {
			case "psnr" -> plot.psnr();
			case "ssim" -> plot.ssim();
			default -> throw new DrsformerException("There is no plot of \"" + metric + "\"; use psnr or ssim.");
		});
	}

	private static Path folder(final String path) {
		if (path.isBlank())
			throw new DrsformerException("The path of a folder is empty; name a folder.");
		return Path.of(path);
	}
}
