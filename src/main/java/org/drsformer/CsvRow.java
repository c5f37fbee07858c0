package org.drsformer;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of a table in a text file. Cells are quoted after RFC 4180; not by the usual library, of which update sites of Fiji
 * bring other versions.
 */
public final class CsvRow {

	private CsvRow() {
		// static functions only
	}

	/** The row and its line break; a null is an empty cell. */
	public static String of(final Object... cells) {
		return Stream.of(cells).map(cell -> cell == null ? "" : quoted(cell.toString())).collect(Collectors.joining(",", "",
			"\n"));
	}

	private static String quoted(final String cell) {
		return cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}
}
