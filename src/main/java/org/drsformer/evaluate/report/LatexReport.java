package org.drsformer.evaluate.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.io.WholeFile;
import org.drsformer.metric.Mean;

/**
 * Writes the means of a report as a table of LaTeX, for the package booktabs: a row for each method, a column for each
 * number that is measured. The best number of a column, as it is printed, is bold. Comments tell how many images each
 * method has, since means over different images cannot be compared.
 */
public final class LatexReport {

	private final EvaluationReport report;

	private LatexReport(final EvaluationReport report) {
		this.report = report;
	}

	/**
	 * Writes a report to a file.
	 *
	 * @throws org.drsformer.DrsformerException if the file cannot be written; then no part of it is left behind
	 */
	public static void write(final EvaluationReport report, final Path file) {
		final String text = new LatexReport(report).text();
		WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	private String text() {
		final List<Measure> measures = report.measures();
		return "% Means by drsformer " + report.version() + "; needs \\usepackage{booktabs}; the best are bold.\n" +
			report.methods().stream().map(this::comment).collect(Collectors.joining()) + "\\begin{tabular}{l" +
			"c".repeat(measures.size()) + "}\n\\toprule\n" +
			row("", measures.stream().map(Measure::protocol).toList()) +
			row("Method", measures.stream().map(LatexReport::title).toList()) + "\\midrule\n" +
			report.methods().stream().map(this::row).collect(Collectors.joining()) + "\\bottomrule\n\\end{tabular}\n";
	}

	private String comment(final Method method) {
		return report.measures()
			.stream()
			.map(measure -> measure.protocol() + " " + measure.title() + " " + infinite(mean(method, measure)))
			.collect(Collectors.joining(", ", "% " + method.name().replaceAll("\\R", " ") + ": ", " images\n"));
	}

	private static String infinite(final Mean mean) {
		return mean.count() + (mean.infinite() == 0 ? "" : " (mean without " + mean.infinite() + " infinite)");
	}

	/** Returns a title with an arrow towards the better numbers. */
	private static String title(final Measure measure) {
		return measure.title() + (measure.higherIsBetter() ? " $\\uparrow$" : " $\\downarrow$");
	}

	private String row(final Method method) {
		return row(method.name(), report.measures().stream().map(measure -> cell(method, measure)).toList());
	}

	/** Returns a row; the first cell is text, and the others are LaTeX. */
	private static String row(final String text, final List<String> cells) {
		return escaped(text) + cells.stream().map(cell -> " & " + cell).collect(Collectors.joining()) + " \\\\\n";
	}

	private String cell(final Method method, final Measure measure) {
		final String text = printed(method, measure);
		final double number = number(text, measure);
		final double best = report.methods()
			.stream()
			.mapToDouble(other -> number(printed(other, measure), measure))
			.max()
			.orElseThrow();
		final String shown = text.equals("Infinity") ? "$\\infty$" : text.equals("NaN") ? "--" : text;
		return report.methods().size() > 1 && number == best && !text.equals("NaN") ? "\\textbf{" + shown + "}" : shown;
	}

	private String printed(final Method method, final Measure measure) {
		return String.format(Locale.ROOT, "%." + measure.decimals() + "f", mean(method, measure).value());
	}

	/** Returns a printed number, the larger the better; what is not a number is the worst. */
	private static double number(final String printed, final Measure measure) {
		final double number = Double.parseDouble(printed);
		return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : measure.higherIsBetter() ? number : -number;
	}

	private Mean mean(final Method method, final Measure measure) {
		return Mean.of(report.values(method, measure).values().stream().mapToDouble(Double::doubleValue).toArray());
	}

	/** Returns a text in which no character has a meaning for LaTeX. */
	private static String escaped(final String text) {
		return text.replaceAll("\\R", " ")
			.replace("\\", "\0")
			.replaceAll("[&%$#_{}]", "\\\\$0")
			.replace("~", "\\textasciitilde{}")
			.replace("^", "\\textasciicircum{}")
			.replace("\0", "\\textbackslash{}");
	}
}
