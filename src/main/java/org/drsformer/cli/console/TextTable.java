package org.drsformer.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.drsformer.OneLine;

/** A table with aligned columns: the first column to the left, the others to the right. */
public final class TextTable {

	private static final String GAP = "  ";

	private final List<String[]> rows = new ArrayList<>();
	private final int[] widths;

	public TextTable(final String... titles) {
		widths = new int[titles.length];
		add(titles);
	}

	/**
	 * Adds a row.
	 *
	 * @param cells as many as there are titles
	 */
	public void add(final String... cells) {
		for (int column = 0; column < widths.length; column++)
			widths[column] = Math.max(widths[column], OneLine.of(cells[column]).length());
		rows.add(Arrays.stream(cells).map(OneLine::of).toArray(String[]::new));
	}

	public void print(final PrintWriter out) {
		for (final String[] row : rows) {
			final StringBuilder line = new StringBuilder();
			for (int column = 0; column < row.length; column++)
				line.append(column == 0 ? "" : GAP).append(padded(row[column], column));
			out.println(line.toString().stripTrailing());
		}
	}

	private String padded(final String cell, final int column) {
		final String blanks = " ".repeat(widths[column] - cell.length());
		return column == 0 ? cell + blanks : blanks + cell;
	}
}
