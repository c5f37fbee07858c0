package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.util.Locale;

import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.evaluate.DataSet;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.PublishedScore;
import org.drsformer.evaluate.score.Summary;

/** Prints the published results on a data set, and the user's own results below them. */
final class PaperText {

	private final EvaluationReport report;
	private final DataSet dataSet;

	PaperText(final EvaluationReport report, final DataSet dataSet) {
		this.report = report;
		this.dataSet = dataSet;
	}

	/**
	 * Prints the table.
	 *
	 * @param err receives warnings about results that cannot be compared
	 */
	void print(final PrintWriter out, final PrintWriter err) {
		out.printf(Locale.ROOT, "%n%s as published: %s (means over its test set)%n", dataSet.title(),
			dataSet.table().title());
		final TextTable table = new TextTable("method", "pairs", "PSNR", "SSIM");
		for (final PublishedScore published : PublishedScore.of(dataSet))
			table.add(published.method(), Integer.toString(dataSet.pairs()), ScoreText.psnr(published.psnr()),
				ScoreText.ssim(published.ssim()));
		for (final Summary summary : report.summaries())
			table.add("yours: " + summary.method() + ", " + summary.protocol(), Integer.toString(summary.count()),
				ScoreText.psnr(summary.psnr().mean().value()), ScoreText.ssim(summary.ssim().mean().value()));
		table.print(out);
		if (report.summaries().stream().anyMatch(summary -> summary.count() != dataSet.pairs()))
			err.printf(Locale.ROOT,
				"Warning: the published means cover the %d pairs of the test set of %s; yours do not.%n",
				dataSet.pairs(), dataSet.title());
		report.protocols()
			.paired()
			.stream()
			.filter(protocol -> !protocol.name().equals(dataSet.protocol().name()))
			.forEach(protocol -> err.printf(Locale.ROOT,
				"Warning: the results on %s are published under the protocol %s; yours under" +
					" %s cannot be compared with them.%n",
				dataSet.title(), dataSet.protocol(), protocol));
	}
}
