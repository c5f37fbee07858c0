package org.drsformer.benchmark;

import java.util.Locale;

/** A table as Markdown wants it: text to the left, numbers to the right. */
final class MarkdownTable {

	private final StringBuilder text = new StringBuilder();

	/** @param textColumns how many of the columns, from the left, are not numbers */
	MarkdownTable(final int textColumns, final String... header) {
		row((Object[]) header);
		text.append('|');
		for (int i = 0; i < header.length; i++)
			text.append(i < textColumns ? "---|" : "---:|");
		text.append('\n');
	}

	void row(final Object... cells) {
		text.append('|');
		for (final Object cell : cells)
			text.append(' ').append(cell).append(" |");
		text.append('\n');
	}

	/** A number, or a dash where there is none. */
	static String number(final double value, final int decimals) {
		return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "-";
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
