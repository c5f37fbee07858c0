package org.drsformer.evaluate.report;

import java.util.List;
import java.util.stream.Stream;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.metric.noreference.NoReference;

import ij.measure.ResultsTable;

/** Scores as rows of ImageJ's tables. */
public final class ScoreTable {

	private static final String RANGE = "Data range";

	private static final List<String> NUMBERS = Stream
		.concat(Stream.of("PSNR", "SSIM", "RMSE", "MAE", RANGE), NoReference.all().stream().map(NoReference::title))
		.toList();

	private ScoreTable() {
		// static functions only
	}

	/** Returns a table with every score of a report, and below them what could not be scored. */
	public static ResultsTable of(final EvaluationReport report) {
		final ResultsTable table = new ResultsTable();
		add(table, report);
		return table;
	}

	/** Adds every score of a report to a table, and below them what could not be scored. */
	public static void add(final ResultsTable table, final EvaluationReport report) {
		markMissing(table, report.imageScores());
		for (final PairScore score : report.scores()) {
			addRow(table, "Method", score.method(), "Image", score.name());
			addNumbers(table, score);
		}
		for (final ImageScore score : report.imageScores()) {
			addRow(table, "Method", score.method(), "Image", score.name());
			addNumbers(table, score);
		}
		for (final Unscored unscored : report.unscored()) {
			addRow(table, "Method", unscored.method(), "Image", unscored.name());
			addProblem(table, unscored.sentence());
		}
	}

	/** Adds a row for each protocol, including those that refused the images. */
	public static void add(final ResultsTable table, final ImagePlusComparison comparison) {
		markMissing(table, comparison.imageScores());
		for (final PairScore score : comparison.scores()) {
			addRow(table, "Result", comparison.result(), "Target", comparison.target());
			addNumbers(table, score);
		}
		for (final ImageScore score : comparison.imageScores()) {
			addRow(table, "Result", score.name(), "Target", "");
			addNumbers(table, score);
		}
		for (final String refusal : comparison.refusals()) {
			addRow(table, "Result", comparison.result(), "Target", comparison.target());
			addProblem(table, refusal);
		}
	}

	/** Lets ImageJ show the cells above a new column as not a number. */
	private static void markMissing(final ResultsTable table, final List<ImageScore> scores) {
		if (!scores.isEmpty())
			table.setNaNEmptyCells(true);
	}

	/** Adds a row, all of whose numbers are not a number yet: ImageJ would show an empty cell as 0. */
	private static void addRow(final ResultsTable table, final String... columnsAndTexts) {
		table.addRow();
		for (int i = 0; i < columnsAndTexts.length; i += 2)
			table.addValue(columnsAndTexts[i], columnsAndTexts[i + 1]);
		NUMBERS.stream()
			.filter(column -> table.getColumnIndex(column) != ResultsTable.COLUMN_NOT_FOUND)
			.forEach(column -> table.addValue(column, Double.NaN));
	}

	private static void addNumbers(final ResultsTable table, final PairScore score) {
		table.addValue("Protocol", score.protocol());
		addNumbers(table, score.psnr(), score.ssim(), score.rmse(), score.mae());
	}

	/** Adds a score without a target, in a column of its own. */
	private static void addNumbers(final ResultsTable table, final ImageScore score) {
		table.addValue("Protocol", score.protocol());
		addNumber(table, NoReference.titleOf(score.protocol()), score.value(), 4);
		addNumber(table, RANGE, score.dataRange(), 0);
	}

	/** Adds a problem; its numbers are not a number, because ImageJ would show an empty cell as 0. */
	private static void addProblem(final ResultsTable table, final String sentence) {
		addNumbers(table, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
		table.addValue("Problem", sentence);
	}

	private static void addNumbers(final ResultsTable table, final double psnr, final double ssim, final double rmse,
		final double mae)
	{
		addNumber(table, "PSNR", psnr, 4);
		addNumber(table, "SSIM", ssim, 6);
		addNumber(table, "RMSE", rmse, 4);
		addNumber(table, "MAE", mae, 4);
	}

	private static void addNumber(final ResultsTable table, final String column, final double value, final int digits) {
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), digits);
	}
}
