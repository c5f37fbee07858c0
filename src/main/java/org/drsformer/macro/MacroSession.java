package org.drsformer.macro;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.evaluate.Evaluation;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.EvaluationSettings;
import org.drsformer.evaluate.ResultFolders;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.evaluate.report.ScorePlot;
import org.drsformer.evaluate.report.ScoreTable;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.io.PathText;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.Score;
import org.drsformer.metric.noreference.NoReference;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** The work of the functions, with the state that they keep from their registration to the end of the macro. */
final class MacroSession {

	private final MacroSettings settings = new MacroSettings();
	private EvaluationReport report;

	MacroSettings settings() {
		return settings;
	}

	/** Derains the active image; the result becomes the active image. */
	void derain() {
		final ImagePlus rainy = OpenImages.active();
		try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings.derain());
			StatusProgress progress = new StatusProgress("Deraining " + rainy.getTitle())) {
			OpenImages.show(ImagePlusDerainer.derain(rainy, derainer, progress));
		}
	}

	/** Derains a folder and returns the number of images that were written. */
	int derainFolder(final String input, final String output) {
		final Path folder = folder(input);
		final DerainFiles files = DerainFiles
			.plan(BatchSettings.of(List.of(folder), folder(output)).withRecursive(settings.recursive()));
		try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings.derain());
			FolderProgress progress = new FolderProgress(folder)) {
			final BatchSummary summary = files.run(derainer, progress);
			if (!summary.failed().isEmpty())
				throw new DrsformerException(FolderProgress.sentence(summary));
			return summary.done().size();
		}
	}

	/** Returns the score of two images, each given by its title or id. */
	double score(final String first, final String second, final ToDoubleFunction<Score> metric) {
		final ImagePlus result = OpenImages.find(first);
		final ImagePlus target = OpenImages.find(second);
		try (StatusProgress progress = new StatusProgress("Comparing " + result.getTitle())) {
			return metric.applyAsDouble(ImagePlusScore.of(result, target, pairProtocol(), progress));
		}
	}

	private Protocol pairProtocol() {
		return settings.protocols().forTargets(true, Protocol.rain200Spa()).paired().get(0);
	}

	/** Returns the score of an image, given by its title or id, without a target. */
	double score(final String image, final NoReference protocol) {
		final ImagePlus found = OpenImages.find(image);
		try (StatusProgress progress = new StatusProgress("Scoring " + found.getTitle())) {
			return ImagePlusScore.of(found, protocol, progress).value();
		}
	}

	/** Scores a folder and returns the number of images that were scored. */
	int evaluateFolder(final String results, final String targets) {
		final Optional<Path> clean = targets.isEmpty() ? Optional.empty() : Optional.of(folder(targets));
		final EvaluationSettings evaluation = EvaluationSettings
			.of(ResultFolders.in(folder(results), clean, settings.recursive()), clean,
				settings.protocols().forTargets(clean.isPresent(), Protocol.rain200Spa()))
			.withBelow(settings.recursive())
			.withCrop(settings.crop());
		try (StatusProgress progress = new StatusProgress("Evaluating " + results)) {
			report = Evaluation.plan(evaluation).run(progress);
		}
		report.notes().forEach(IJ::log);
		final ResultsTable table = ResultsTable.getResultsTable();
		ScoreTable.add(table, report);
		table.show("Results");
		return Math.max(report.scores().size(), report.imageScores().size());
	}

	/** Plots the scores of the last evaluation; the plot becomes the active image. */
	void plotScores(final String metric) {
		if (report == null)
			throw new DrsformerException("There are no scores to plot; call Ext.evaluateFolder first.");
		final Measure measure = report.measures()
			.stream()
			.filter(one -> one.title().toLowerCase(Locale.ROOT).equals(metric))
			.findFirst()
			.orElseThrow(() -> new DrsformerException("There is no plot of \"" + metric + "\"; use " +
				report.measures()
					.stream()
					.map(one -> one.title().toLowerCase(Locale.ROOT))
					.collect(Collectors.joining(" or ")) +
				"."));
		OpenImages.show(new ScorePlot(report).of(measure));
	}

	private static Path folder(final String path) {
		return PathText.parse(path);
	}
}
