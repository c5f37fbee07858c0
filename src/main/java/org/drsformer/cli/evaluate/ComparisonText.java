package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.drsformer.OneLine;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.compare.PairedComparison;

/** Prints how the methods differ from the first one, image by image. */
final class ComparisonText {

	private final List<PairedComparison> comparisons;

	/** @param report of several methods */
	ComparisonText(final EvaluationReport report) {
		comparisons = report.comparisons();
	}

	void print(final PrintWriter out) {
		out.printf(Locale.ROOT, "%ncompared with %s, image by image%n", OneLine.of(comparisons.get(0).other()));
		final TextTable table = new TextTable("method", "protocol", "number", "pairs", "better", "mean difference",
			"95 % interval", "Wilcoxon p");
		for (final PairedComparison one : comparisons)
			table.add(one.method(), one.measure().protocol(), one.measure().title(), Integer.toString(one.pairs()),
				Integer.toString(one.better()), ScoreText.difference(one.measure(), one.difference()), interval(one),
				ScoreText.probability(one.p()));
		table.print(out);
		if (comparisons.stream().anyMatch(one -> one.leftOut() > 0))
			out.println("Images that are identical to their target are left out: their PSNR is infinite.");
	}

	private static String interval(final PairedComparison one) {
		return Double.isNaN(one.lower()) ? "-"
			: ScoreText.difference(one.measure(), one.lower()) + " .. " +
				ScoreText.difference(one.measure(), one.upper());
	}
}
