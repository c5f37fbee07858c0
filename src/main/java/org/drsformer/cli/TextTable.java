package org.drsformer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table in columns of equal width: the first column to the left, numbers to the right. */
final class TextTable {

	private static final String GAP = "  ";

	private final List<String[]> rows = new ArrayList<>();

	TextTable(final String... titles) {
		rows.add(titles);
	}

	/** @param cells as many as there are titles */
	void add(final String... cells) {
		rows.add(cells);
	}

	void print(final PrintWriter out) {
		for (final String[] row : rows) {
			final StringBuilder line = new StringBuilder();
			for (int column = 0; column < row.length; column++)
				line.append(column == 0 ? "" : GAP).append(padded(row[column], column));
			out.println(line.toString().stripTrailing());
		}
	}

	private String padded(final String cell, final int column) {
		final String blanks = " ".repeat(width(column) - cell.length());
		return column == 0 ? cell + blanks : blanks + cell;
	}

	private int width(final int column) {
		return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
	}
}
