package org.drsformer.benchmark;

import java.util.List;
import java.util.Locale;

/** A table in Markdown, with text to the left and numbers to the right. */
public final class MarkdownTable {

	private final StringBuilder text = new StringBuilder();

	/** @param textColumns the number of columns, from the left, that are not numbers */
	public MarkdownTable(final int textColumns, final String... header) {
		row((Object[]) header);
		text.append('|');
		for (int i = 0; i < header.length; i++)
			text.append(i < textColumns ? "---|" : "---:|");
		text.append('\n');
	}

	public void row(final Object... cells) {
		text.append('|');
		for (final Object cell : cells)
			text.append(' ').append(cell).append(" |");
		text.append('\n');
	}

	/** Returns a number, or a dash for NaN. */
	public static String number(final double value, final int decimals) {
		return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
	}

	/** Returns a number, the one to compare with it, and the second divided by the first. */
	public static List<String> ratio(final double base, final double other, final int decimals) {
		return List.of(number(base, decimals), number(other, decimals), "**" + number(other / base, 2) + "**");
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
