package org.drsformer.evaluate.report;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.ImageSummary;
import org.drsformer.evaluate.score.Statistics;
import org.drsformer.evaluate.score.Summary;

import ij.measure.ResultsTable;

/** The summaries of an evaluation as one of ImageJ's tables: a row for each method under each protocol. */
public final class SummaryTable {

	private SummaryTable() {
		// static functions only
	}

	/** Returns the table. Means and deviations are those of the finite values, see {@link Statistics}. */
	public static ResultsTable of(final EvaluationReport report) {
		final ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		for (final Summary summary : report.summaries())
			add(table, summary, report.version());
		for (final ImageSummary summary : report.imageSummaries())
			add(table, summary, report.version());
		return table;
	}

	private static void add(final ResultsTable table, final Summary summary, final String version) {
		table.addRow();
		table.addValue("Method", summary.method());
		table.addValue("Protocol", summary.protocol());
		addNumber(table, "Scored", summary.count(), 0);
		addNumber(table, "Not scored", summary.notScored(), 0);
		add(table, "PSNR", summary.psnr(), 2);
		addNumber(table, "Infinite PSNR", summary.psnr().mean().infinite(), 0);
		add(table, "SSIM", summary.ssim(), 4);
		table.addValue("Version", version);
	}

	private static void add(final ResultsTable table, final ImageSummary summary, final String version) {
		table.addRow();
		table.addValue("Method", summary.method());
		table.addValue("Protocol", summary.protocol());
		addNumber(table, "Scored", summary.count(), 0);
		addNumber(table, "Not scored", summary.notScored(), 0);
		add(table, summary.title(), summary.score(), 4);
		table.addValue("Version", version);
	}

	private static void add(final ResultsTable table, final String what, final Statistics statistics,
		final int digits)
	{
		addNumber(table, "Mean " + what, statistics.mean().value(), digits);
		addNumber(table, "SD " + what, statistics.deviation(), digits);
		addNumber(table, "Median " + what, statistics.median(), digits);
	}

	private static void addNumber(final ResultsTable table, final String column, final double value, final int digits) {
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), digits);
	}
}
