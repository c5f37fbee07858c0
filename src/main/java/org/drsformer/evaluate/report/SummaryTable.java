package org.drsformer.evaluate.report;

import java.util.List;
import java.util.Optional;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.ImageSummary;
import org.drsformer.evaluate.score.Statistics;
import org.drsformer.evaluate.score.Summary;

import ij.measure.ResultsTable;

/**
 * The summaries of an evaluation as one of ImageJ's tables: a row for each method under each protocol and, if several
 * data sets were evaluated, below them the same rows for each data set.
 */
public final class SummaryTable {

	/** Stands in the column of the data sets for all of them. */
	private static final String WHOLE = "(all)";

	private SummaryTable() {
		// static functions only
	}

	/** Returns the table. Means and deviations are those of the finite values, see {@link Statistics}. */
	public static ResultsTable of(final EvaluationReport report) {
		final ResultsTable table = new ResultsTable();
		table.setNaNEmptyCells(true);
		final List<String> dataSets = report.dataSets();
		add(table, report, dataSets.isEmpty() ? Optional.empty() : Optional.of(WHOLE));
		for (final String dataSet : dataSets)
			add(table, report.only(dataSet), Optional.of(EvaluationReport.label(dataSet)));
		return table;
	}

	/** @param dataSet the text of its column; empty if there is no such column */
	private static void add(final ResultsTable table, final EvaluationReport report, final Optional<String> dataSet) {
		for (final Summary summary : report.summaries()) {
			addRow(table, dataSet, summary.method(), summary.protocol(), summary.count(), summary.notScored());
			add(table, "PSNR", summary.psnr(), 2);
			addNumber(table, "Infinite PSNR", summary.psnr().mean().infinite(), 0);
			add(table, "SSIM", summary.ssim(), 4);
			table.addValue("Version", report.version());
		}
		for (final ImageSummary summary : report.imageSummaries()) {
			addRow(table, dataSet, summary.method(), summary.protocol(), summary.count(), summary.notScored());
			add(table, summary.title(), summary.score(), 4);
			table.addValue("Version", report.version());
		}
	}

	private static void addRow(final ResultsTable table, final Optional<String> dataSet, final String method,
		final String protocol, final int scored, final int notScored)
	{
		table.addRow();
		dataSet.ifPresent(name -> table.addValue("Data set", name));
		table.addValue("Method", method);
		table.addValue("Protocol", protocol);
		addNumber(table, "Scored", scored, 0);
		addNumber(table, "Not scored", notScored, 0);
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
