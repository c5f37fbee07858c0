package org.drsformer.evaluate.report;

import java.util.List;

import org.drsformer.evaluate.EvaluationReport;

/**
 * The summaries of one of several data sets with the names and the order that they have in JSON.
 *
 * @param name the folder of the data set below the results; {@code .} for the images that are in no folder below
 * @param noReferenceSummaries null if no protocol without a target is used
 */
record DataSetJson(String name, List<SummaryJson> summaries, List<ImageScoreJson.Summary> noReferenceSummaries) {

	/** Returns the part of a report on one of its data sets. */
	static DataSetJson of(final String dataSet, final EvaluationReport report) {
		final EvaluationReport part = report.only(dataSet);
		return new DataSetJson(EvaluationReport.label(dataSet), part.summaries().stream().map(SummaryJson::of).toList(),
			part.protocols().single().isEmpty() ? null
				: part.imageSummaries().stream().map(ImageScoreJson.Summary::of).toList());
	}
}
