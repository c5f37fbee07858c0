package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.drsformer.OneLine;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.ImageSummary;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.score.Statistics;
import org.drsformer.evaluate.score.Summary;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

/** Prints the results of an evaluation: a table for each protocol with a row for each method. */
final class ReportText {

	private final EvaluationReport report;

	ReportText(final EvaluationReport report) {
		this.report = report;
	}

	void print(final PrintWriter out) {
		out.printf(Locale.ROOT, "drsformer %s, %s%n", report.version(),
			report.targets().map(folder -> "targets " + OneLine.of(folder.toString())).orElse("without targets"));
		for (final Protocol protocol : report.protocols().paired()) {
			final List<Summary> summaries = report.summaries()
				.stream()
				.filter(summary -> summary.protocol().equals(protocol.name()))
				.toList();
			out.printf(Locale.ROOT, "%nprotocol %s%n", protocol.name());
			table(protocol, summaries).print(out);
			if (summaries.stream().anyMatch(summary -> summary.psnr().mean().infinite() > 0))
				out.println("Identical images have infinite PSNR: mean and sd leave them out, and the median" +
					" includes them.");
			summaries.forEach(summary -> printWorst(summary, out));
		}
		for (final NoReference protocol : report.protocols().single())
			print(protocol,
				report.imageSummaries().stream().filter(one -> one.protocol().equals(protocol.name())).toList(), out);
		if (report.methods().size() > 1)
			new ComparisonText(report).print(out);
	}

	private void print(final NoReference protocol, final List<ImageSummary> summaries, final PrintWriter out) {
		out.printf(Locale.ROOT, "%nprotocol %s, lower is better%n", protocol.name());
		final TextTable table = new TextTable("method", "scored", "not scored", protocol.title() + " mean", "sd",
			"median");
		for (final ImageSummary summary : summaries) {
			table.add(row(summary.method(), summary));
			for (final String dataSet : report.dataSets())
				report.only(dataSet)
					.imageSummaries()
					.stream()
					.filter(one -> one.protocol().equals(protocol.name()) && one.method().equals(summary.method()))
					.forEach(one -> table.add(row(label(dataSet), one)));
		}
		table.print(out);
		final int scaled = summaries.stream().mapToInt(ImageSummary::scaled).sum();
		if (scaled > 0)
			out.printf(Locale.ROOT, "%d scored after their values were scaled to 0..255.%n", scaled);
		summaries.forEach(summary -> printWorst(summary, out));
	}

	private static void printWorst(final ImageSummary summary, final PrintWriter out) {
		if (summary.worst().isEmpty())
			return;
		out.println();
		final TextTable table = new TextTable("worst of " + summary.method(), summary.title());
		for (final ImageScore score : summary.worst())
			table.add("  " + score.name(), ScoreText.index(score.value()));
		table.print(out);
	}

	private TextTable table(final Protocol protocol, final List<Summary> summaries) {
		final TextTable table = new TextTable("method", "scored", "not scored", "PSNR mean", "sd", "median", "infinite",
			"SSIM mean", "sd", "median");
		for (final Summary summary : summaries) {
			table.add(row(summary.method(), summary));
			for (final String dataSet : report.dataSets())
				report.only(dataSet)
					.summaries()
					.stream()
					.filter(one -> one.protocol().equals(protocol.name()) && one.method().equals(summary.method()))
					.forEach(one -> table.add(row(label(dataSet), one)));
		}
		return table;
	}

	private static String label(final String dataSet) {
		return "  " + EvaluationReport.label(dataSet);
	}

	private static String[] row(final String label, final Summary summary) {
		final Statistics psnr = summary.psnr();
		final Statistics ssim = summary.ssim();
		return new String[] { label, Integer.toString(summary.count()), Integer.toString(summary.notScored()),
			ScoreText.psnr(psnr.mean().value()), ScoreText.psnr(psnr.deviation()), ScoreText.psnr(psnr.median()),
			Integer.toString(psnr.mean().infinite()), ScoreText.ssim(ssim.mean().value()),
			ScoreText.ssim(ssim.deviation()), ScoreText.ssim(ssim.median()) };
	}

	private static String[] row(final String label, final ImageSummary summary) {
		final Statistics score = summary.score();
		return new String[] { label, Integer.toString(summary.count()), Integer.toString(summary.notScored()),
			ScoreText.index(score.mean().value()), ScoreText.index(score.deviation()),
			ScoreText.index(score.median()) };
	}

	private static void printWorst(final Summary summary, final PrintWriter out) {
		if (summary.worst().isEmpty())
			return;
		out.println();
		final TextTable table = new TextTable("worst of " + summary.method(), "PSNR", "SSIM");
		for (final PairScore score : summary.worst())
			table.add("  " + score.name(), ScoreText.psnr(score.psnr()), ScoreText.ssim(score.ssim()));
		table.print(out);
	}
}
