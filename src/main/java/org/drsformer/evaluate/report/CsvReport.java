package org.drsformer.evaluate.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.ImageSummary;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.score.Summary;
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.io.CsvRow;
import org.drsformer.io.WholeFile;

/**
 * Writes a report as a table: a row for each score, with all digits, and below them a row for each problem. The row of
 * a score contains the protocol, the version, and how many pairs of its method the protocol scored and did not score,
 * so that it can be understood without the other rows.
 */
public final class CsvReport {

	private final EvaluationReport report;
	private final Writer out;

	private CsvReport(final EvaluationReport report, final Writer out) {
		this.report = report;
		this.out = out;
	}

	/**
	 * Writes a report to a file.
	 *
	 * @throws org.drsformer.DrsformerException if the file cannot be written; then no part of it is left behind
	 */
	public static void write(final EvaluationReport report, final Path file) {
		WholeFile.write(file, out -> write(report, out));
	}

	private static void write(final EvaluationReport report, final OutputStream out) throws IOException {
		final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		new CsvReport(report, writer).write();
		// not closed: the stream belongs to the caller
		writer.flush();
	}

	private void write() throws IOException {
		row("method", "name", "psnr", "ssim", "mse", "rmse", "mae", "score", "data_range", "planes", "infinite_planes",
			"problem", "protocol", "scored", "not_scored", "version");
		final Map<List<String>, Summary> summaries = new HashMap<>();
		report.summaries().forEach(summary -> summaries.put(List.of(summary.method(), summary.protocol()), summary));
		for (final PairScore score : report.scores())
			row(score, summaries.get(List.of(score.method(), score.protocol())));
		for (final ImageSummary summary : report.imageSummaries())
			for (final ImageScore score : report.imageScores())
				if (score.method().equals(summary.method()) && score.protocol().equals(summary.protocol()))
					row(score, summary);
		for (final Unscored problem : report.unscored())
			row(problem.method(), problem.name(), "", "", "", "", "", "", "", "", "", problem.sentence(),
				problem.protocol(), "", "", report.version());
	}

	private void row(final PairScore score, final Summary summary) throws IOException {
		row(score.method(), score.name(), score.psnr(), score.ssim(), score.mse(), score.rmse(), score.mae(), "",
			score.dataRange(), score.planes(), score.infinite(), "", score.protocol(), summary.count(),
			summary.notScored(), report.version());
	}

	private void row(final ImageScore score, final ImageSummary summary) throws IOException {
		row(score.method(), score.name(), "", "", "", "", "", score.value(), score.dataRange(), score.planes(), "", "",
			score.protocol(), summary.count(), summary.notScored(), report.version());
	}

	private void row(final Object... cells) throws IOException {
		out.write(CsvRow.of(cells));
	}
}
