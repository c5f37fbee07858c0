package org.drsformer.command.option;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parses the options that a macro gives to a command, such as {@code model=compact range=[0 .. 4095] rain}: names with
 * values, and names alone, which mean {@code true}.
 */
final class OptionString {

	private final String text;
	private final Map<String, String> values = new LinkedHashMap<>();
	private int position;

	private OptionString(final String text) {
		this.text = text;
		skipSpaces();
		while (position < text.length()) {
			final String name = until("= ");
			final boolean alone = position == text.length() || text.charAt(position) == ' ';
			values.putIfAbsent(name, alone ? "true" : value());
			skipSpaces();
		}
	}

	/** Returns the values by their names, in the order of the text. If a name occurs twice, the first counts. */
	static Map<String, String> parse(final String text) {
		return new OptionString(text).values;
	}

	private void skipSpaces() {
		while (position < text.length() && text.charAt(position) == ' ')
			position++;
	}

	private String until(final String ends) {
		final int start = position;
		while (position < text.length() && ends.indexOf(text.charAt(position)) < 0)
			position++;
		return text.substring(start, position);
	}

	private String value() {
		position++;
		if (position == text.length())
			return "";
		return switch (text.charAt(position)) {
			case '[' -> bracketed();
			case '\'' -> quoted();
			default -> until(" ");
		};
	}

	/** Brackets may be nested, as in ImageJ. */
	private String bracketed() {
		final int start = ++position;
		for (int depth = 1; position < text.length(); position++) {
			if (text.charAt(position) == '[')
				depth++;
			else if (text.charAt(position) == ']' && --depth == 0)
				return text.substring(start, position++);
		}
		return text.substring(start);
	}

	private String quoted() {
		position++;
		final String value = until("'");
		position++;
		return value;
	}
}
