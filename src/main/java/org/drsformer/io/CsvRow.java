package org.drsformer.io;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.OneLine;

/**
 * A row of a table in a text file. Cells are quoted after RFC 4180; not by the usual library, of which update sites of
 * Fiji bring other versions. No text, which may be the name of somebody else's file, does anything where the table is
 * opened: control characters are escaped, and what spreadsheets would take for a formula has an apostrophe in front, as
 * they have it.
 */
public final class CsvRow {

	/** East Asian spreadsheets know the wide forms too. */
	private static final Pattern FORMULA = Pattern.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20].*");

	private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|Infinity|NaN)");

	/** Some countries separate cells by semicolons. */
	private static final String SPECIAL = ",;\"";

	private CsvRow() {
		// static functions only
	}

	/** The row and its line break; a null is an empty cell. */
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
