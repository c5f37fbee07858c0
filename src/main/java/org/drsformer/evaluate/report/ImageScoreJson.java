package org.drsformer.evaluate.report;

import java.util.List;

import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.ImageSummary;

/**
 * A score without a target with the names and the order that it has in JSON.
 *
 * @param method null where no method is compared with others
 * @param name of the result; null as the method
 */
record ImageScoreJson(String method, String name, String protocol, double score, double dataRange, int planes) {

	/** A summary with the names and the order that it has in JSON. */
	record Summary(String method, String protocol, int scored, int notScored, int scaled,
		SummaryJson.Distribution score, List<ImageScoreJson> worst) {

		static Summary of(final ImageSummary summary) {
			return new Summary(summary.method(), summary.protocol(), summary.count(), summary.notScored(),
				summary.scaled(), SummaryJson.Distribution.of(summary.score()),
				summary.worst().stream().map(ImageScoreJson::ofResult).toList());
		}
	}

	/** Returns a score of one of the results of a report. */
	static ImageScoreJson ofResult(final ImageScore score) {
		return of(score.method(), score.name(), score);
	}

	/** Returns a score by itself. */
	static ImageScoreJson of(final ImageScore score) {
		return of(null, null, score);
	}

	private static ImageScoreJson of(final String method, final String name, final ImageScore score) {
		return new ImageScoreJson(method, name, score.protocol(), score.value(), score.dataRange(), score.planes());
	}
}
