package org.drsformer.evaluate.report;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.compare.PairedComparison;

import ij.measure.ResultsTable;

/** The comparisons of the methods of an evaluation with the first one, as one of ImageJ's tables. */
public final class ComparisonTable {

	private ComparisonTable() {
		// static functions only
	}

	/** Returns the table; it is empty if there is only one method. */
	public static ResultsTable of(final EvaluationReport report) {
		final ResultsTable table = new ResultsTable();
		report.comparisons().forEach(comparison -> add(table, comparison));
		return table;
	}

	private static void add(final ResultsTable table, final PairedComparison comparison) {
		final int decimals = comparison.measure().decimals() + 1;
		table.addRow();
		table.addValue("Method", comparison.method());
		table.addValue("Compared with", comparison.other());
		table.addValue("Protocol", comparison.measure().protocol());
		table.addValue("Number", comparison.measure().title());
		addNumber(table, "Pairs", comparison.pairs(), 0);
		addNumber(table, "Better", comparison.better(), 0);
		addNumber(table, "Mean difference", comparison.difference(), decimals);
		addNumber(table, "Lower 95%", comparison.lower(), decimals);
		addNumber(table, "Upper 95%", comparison.upper(), decimals);
		addNumber(table, "Wilcoxon p", comparison.p(), 5);
	}

	private static void addNumber(final ResultsTable table, final String column, final double value, final int digits) {
		table.addValue(column, value);
		table.setDecimalPlaces(table.getColumnIndex(column), digits);
	}
}
