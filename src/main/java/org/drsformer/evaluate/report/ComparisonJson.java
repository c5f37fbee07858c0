package org.drsformer.evaluate.report;

import org.drsformer.evaluate.compare.PairedComparison;

/** A comparison with the names and the order that it has in JSON. */
record ComparisonJson(String method, String comparedWith, String protocol, String measure, int pairs, int leftOut,
	int better, double meanDifference, double lower95, double upper95, double wilcoxonP) {

	static ComparisonJson of(final PairedComparison comparison) {
		return new ComparisonJson(comparison.method(), comparison.other(), comparison.measure().protocol(),
			comparison.measure().title(), comparison.pairs(), comparison.leftOut(), comparison.better(),
			comparison.difference(), comparison.lower(), comparison.upper(), comparison.p());
	}
}
