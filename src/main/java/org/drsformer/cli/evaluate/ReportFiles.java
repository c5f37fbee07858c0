package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.report.CsvReport;
import org.drsformer.evaluate.report.JsonReport;
import org.drsformer.evaluate.report.LatexReport;
import org.drsformer.evaluate.report.WideCsvReport;
import org.drsformer.io.FileRoles;
import org.drsformer.io.WholeFile;

import picocli.CommandLine.Option;

/** The options that name files for the report of an evaluation. */
final class ReportFiles {

	@Option(names = "--csv", paramLabel = "FILE", description = "Writes every score into a CSV table.")
	private Path csv;

	@Option(names = "--wide-csv", paramLabel = "FILE",
		description = "Writes every score into a CSV table with a column for each method.")
	private Path wideCsv;

	@Option(names = "--json", paramLabel = "FILE", description = "Writes every score and the summary as JSON.")
	private Path json;

	@Option(names = "--latex", paramLabel = "FILE",
		description = "Writes the means as a table of LaTeX (booktabs), the best in bold.")
	private Path latex;

	/** A file that is wanted, and what writes it. */
	private record Output(String role, Path file, BiConsumer<EvaluationReport, Path> writer) {}

	private List<Output> wanted() {
		return List
			.of(new Output("the CSV file", csv, CsvReport::write),
				new Output("the CSV file with a column for each method", wideCsv, WideCsvReport::write),
				new Output("the JSON file", json, JsonReport::write),
				new Output("the LaTeX file", latex, LatexReport::write))
			.stream()
			.filter(output -> output.file != null)
			.toList();
	}

	/**
	 * Checks that the files can be written.
	 *
	 * @throws DrsformerException if one cannot
	 */
	void checkPlaces() {
		wanted().forEach(output -> WholeFile.checkPlace(output.file));
	}

	/**
	 * Checks that no file is also read, or written twice.
	 *
	 * @throws DrsformerException if one is
	 */
	void checkRoles(final FileRoles roles) {
		wanted().forEach(output -> roles.writes(output.role, output.file));
	}

	/** Writes the files, and returns whether all of them were written: one that fails does not stop the others. */
	boolean write(final EvaluationReport report, final PrintWriter err) {
		boolean written = true;
		for (final Output output : wanted())
			try {
				output.writer.accept(report, output.file);
			}
			catch (final DrsformerException failure) {
				err.println(OneLine.of(failure.getMessage()));
				written = false;
			}
		return written;
	}
}
