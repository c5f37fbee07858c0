package org.drsformer.evaluate.report;

import java.util.List;

import org.drsformer.evaluate.score.Statistics;
import org.drsformer.evaluate.score.Summary;

/** A summary with the names and the order that it has in JSON. */
record SummaryJson(String method, String protocol, int scored, int notScored, Distribution psnr, Distribution ssim,
	List<ScoreJson> worst) {

	/** The statistics of PSNR or SSIM. */
	record Distribution(double mean, double standardDeviation, double median, int count, int infinite) {

		static Distribution of(final Statistics statistics) {
			return new Distribution(statistics.mean().value(), statistics.deviation(), statistics.median(),
				statistics.mean().count(), statistics.mean().infinite());
		}
	}

	static SummaryJson of(final Summary summary) {
		return new SummaryJson(summary.method(), summary.protocol(), summary.count(), summary.notScored(),
			Distribution.of(summary.psnr()), Distribution.of(summary.ssim()),
			summary.worst().stream().map(ScoreJson::ofPair).toList());
	}
}
