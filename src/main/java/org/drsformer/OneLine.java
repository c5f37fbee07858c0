package org.drsformer;

import java.util.Locale;

/** Turns any text into one line. */
public final class OneLine {

	private OneLine() {
		// static functions only
	}

	/**
	 * Returns a text, such as the name of a file, with escapes for the characters that would break the line or the
	 * terminal.
	 */
	public static String of(final String text) {
		final StringBuilder line = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (Character.isISOControl(c))
				line.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\x%02x", c));
			else
				line.appendCodePoint(c);
		});
		return line.toString();
	}
}
