package org.drsformer.evaluate.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.io.CsvRow;
import org.drsformer.io.WholeFile;

/**
 * Writes a report as a table with a column for each method: a row for each image and each number that is measured, with
 * all digits. Programs for statistics read it without rearranging. A cell is empty if a method has no score.
 */
public final class WideCsvReport {

	private WideCsvReport() {
		// static functions only
	}

	/**
	 * Writes a report to a file.
	 *
	 * @throws org.drsformer.DrsformerException if the file cannot be written; then no part of it is left behind
	 */
	public static void write(final EvaluationReport report, final Path file) {
		WholeFile.write(file, out -> {
			write(out,
				Stream.concat(Stream.of("protocol", "measure", "name"), report.methods().stream().map(Method::name))
					.toArray());
			for (final Measure measure : report.measures())
				write(report, measure, out);
		});
	}

	private static void write(final EvaluationReport report, final Measure measure, final OutputStream out)
		throws IOException
	{
		final List<Map<String, Double>> columns = report.methods()
			.stream()
			.map(method -> report.values(method, measure))
			.toList();
		final Set<String> names = new LinkedHashSet<>();
		columns.forEach(column -> names.addAll(column.keySet()));
		for (final String name : names) {
			final List<Object> row = new ArrayList<>(List.of(measure.protocol(), measure.title(), name));
			columns.forEach(column -> row.add(column.containsKey(name) ? column.get(name) : ""));
			write(out, row.toArray());
		}
	}

	private static void write(final OutputStream out, final Object... cells) throws IOException {
		out.write(CsvRow.of(cells).getBytes(StandardCharsets.UTF_8));
	}
}
