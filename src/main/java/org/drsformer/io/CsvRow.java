package org.drsformer.io;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.OneLine;

/**
 * A row of a CSV table. Cells are quoted as in RFC 4180; the usual library is not used, since update sites of Fiji
 * bring other versions of it. No cell, such as the name of somebody else's file, does anything in the program that
 * opens the table: control characters are escaped, and a text that spreadsheets would take for a formula gets an
 * apostrophe in front, which is how they mark texts.
 */
public final class CsvRow {

	/** East Asian spreadsheets also accept the full-width forms. */
	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20].*");

	private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|Infinity|NaN)");

	/** In some countries, semicolons separate cells. */
	private static final String SPECIAL = ",;\"";

	private CsvRow() {
		// static functions only
	}

	/** Returns the row with its line break; a null becomes an empty cell. */
	public static String of(final Object... cells) {
		return Stream.of(cells)
			.map(cell -> cell == null ? "" : quoted(harmless(cell.toString())))
			.collect(Collectors.joining(",", "", "\n"));
	}

	private static String harmless(final String cell) {
		final String line = OneLine.of(cell);
		return FORMULA.matcher(line).matches() && !NUMBER.matcher(line).matches() ? "'" + line : line;
	}

	private static String quoted(final String cell) {
		return cell.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}
}
