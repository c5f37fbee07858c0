package org.drsformer.evaluate.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.io.WholeFile;
import org.drsformer.metric.Mean;

/**
 * Writes the means of a report as a table of LaTeX, for the package booktabs: a row for each method, a column for each
 * number that is measured; if several data sets were evaluated, these columns for each of them, and then for all
 * images. The best number of a column, as it is printed, is bold. Comments tell how many images each method has, since
 * means over different images cannot be compared.
 */
public final class LatexReport {

	private static final String ALL = "all images";

	private final EvaluationReport report;
	private final List<Column> columns;

	/**
	 * A column of means.
	 *
	 * @param name of the data set, as comments begin; empty if there is only one
	 * @param part of the report on the data set
	 */
	private record Column(String name, EvaluationReport part, Measure measure) {

		private static Stream<Column> of(final String name, final EvaluationReport part) {
			return part.measures().stream().map(measure -> new Column(name, part, measure));
		}

		Mean mean(final Method method) {
			return Mean.of(part.values(method, measure).values().stream().mapToDouble(Double::doubleValue).toArray());
		}

		String printed(final Method method) {
			return String.format(Locale.ROOT, "%." + measure.decimals() + "f", mean(method).value());
		}
	}

	private LatexReport(final EvaluationReport report) {
		this.report = report;
		final List<String> sets = report.dataSets();
		columns = Stream
			.concat(sets.stream().flatMap(set -> Column.of(EvaluationReport.label(set), report.only(set))),
				Column.of(sets.isEmpty() ? "" : ALL, report))
			.toList();
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
		return "% Means by drsformer " + report.version() + "; needs \\usepackage{booktabs}; the best are bold.\n" +
			report.methods().stream().map(this::comment).collect(Collectors.joining()) + "\\begin{tabular}{l" +
			"c".repeat(columns.size()) + "}\n\\toprule\n" + dataSets() +
			row("", columns.stream().map(column -> column.measure.protocol()).toList()) +
			row("Method", columns.stream().map(column -> title(column.measure)).toList()) + "\\midrule\n" +
			report.methods().stream().map(this::row).collect(Collectors.joining()) + "\\bottomrule\n\\end{tabular}\n";
	}

	private String comment(final Method method) {
		return columns.stream()
			.map(column -> column.name + (column.name.isEmpty() ? "" : " ") + column.measure.protocol() + " " +
				column.measure.title() + " " + infinite(column.mean(method)))
			.collect(Collectors.joining(", ", "% " + method.name() + ": ", " images"))
			.replaceAll("\\R", " ") + "\n";
	}

	/** Returns the row of the data sets, each over its columns; empty if there is only one. */
	private String dataSets() {
		final List<String> names = columns.stream().map(Column::name).distinct().toList();
		return names.size() < 2 ? ""
			: row("",
				names.stream()
					.map(name -> "\\multicolumn{" + report.measures().size() + "}{c}{" + escaped(name) + "}")
					.toList());
	}

	private static String infinite(final Mean mean) {
		return mean.count() + (mean.infinite() == 0 ? "" : " (mean without " + mean.infinite() + " infinite)");
	}

	/** Returns a title with an arrow towards the better numbers. */
	private static String title(final Measure measure) {
		return measure.title() + (measure.higherIsBetter() ? " $\\uparrow$" : " $\\downarrow$");
	}

	private String row(final Method method) {
		return row(method.name(), columns.stream().map(column -> cell(method, column)).toList());
	}

	/** Returns a row; the first cell is text, and the others are LaTeX. */
	private static String row(final String text, final List<String> cells) {
		return escaped(text) + cells.stream().map(cell -> " & " + cell).collect(Collectors.joining()) + " \\\\\n";
	}

	private String cell(final Method method, final Column column) {
		final String text = column.printed(method);
		final double number = number(text, column.measure);
		final double best = report.methods()
			.stream()
			.mapToDouble(other -> number(column.printed(other), column.measure))
			.max()
			.orElseThrow();
		final String shown = text.equals("Infinity") ? "$\\infty$" : text.equals("NaN") ? "--" : text;
		return report.methods().size() > 1 && number == best && !text.equals("NaN") ? "\\textbf{" + shown + "}" : shown;
	}

	/** Returns a printed number, the larger the better; what is not a number is the worst. */
	private static double number(final String printed, final Measure measure) {
		final double number = Double.parseDouble(printed);
		return Double.isNaN(number) ? Double.NEGATIVE_INFINITY : measure.higherIsBetter() ? number : -number;
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
