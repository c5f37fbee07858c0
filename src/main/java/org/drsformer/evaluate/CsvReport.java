package org.drsformer.evaluate;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.drsformer.WholeFile;

/**
 * Writes a report as a table: a row for each score, with all digits, and below a row for each problem. The row of a score
 * names the protocol, the version, and how many pairs of its method that protocol scored and did not, so that it still
 * says what it is when it is cut out.
 */
public final class CsvReport {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").setHeader("method", "name",
		"psnr", "ssim", "mse", "rmse", "mae", "data_range", "planes", "infinite_planes", "problem", "protocol", "scored",
		"not_scored", "version").get();

	private final EvaluationReport report;
	private final CSVPrinter rows;

	private CsvReport(final EvaluationReport report, final CSVPrinter rows) {
		this.report = report;
		this.rows = rows;
	}

	/** @throws org.drsformer.DrsformerException if the file cannot be written; nothing is left then */
	public static void write(final EvaluationReport report, final Path file) {
		WholeFile.write(file, out -> write(report, out));
	}

	private static void write(final EvaluationReport report, final OutputStream out) throws IOException {
		final Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		final CSVPrinter rows = new CSVPrinter(writer, FORMAT);
		new CsvReport(report, rows).print();
		// not closed: the stream is the caller's
		rows.flush();
	}

	private void print() throws IOException {
		final Map<List<String>, Summary> summaries = new HashMap<>();
		report.summaries().forEach(summary -> summaries.put(List.of(summary.method(), summary.protocol()), summary));
		for (final PairScore score : report.scores())
			print(score, summaries.get(List.of(score.method(), score.protocol())));
		for (final Unscored problem : report.unscored())
			rows.printRecord(problem.method(), problem.name(), "", "", "", "", "", "", "", "", problem.sentence(), problem
				.protocol(), "", "", report.version());
	}

	private void print(final PairScore score, final Summary summary) throws IOException {
		rows.printRecord(score.method(), score.name(), score.psnr(), score.ssim(), score.mse(), score.rmse(), score.mae(),
			score.dataRange(), score.planes(), score.infinite(), "", score.protocol(), summary.count(), summary.notScored(),
			report.version());
	}
}
