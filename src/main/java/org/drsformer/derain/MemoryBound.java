package org.drsformer.derain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

/** How users write amounts of memory: {@code 800m}, {@code 4g} or {@code 1.5g}, in units of 1024, or {@code auto}. */
public final class MemoryBound {

	private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([kmg]?)b?");

	private MemoryBound() {
		// static functions only
	}

	/**
	 * Reads an amount of memory.
	 *
	 * @return bytes; 0 for {@code auto}
	 * @throws DrsformerException for anything else, and for nothing
	 */
	public static long parse(final String text) {
		final String size = text.strip().toLowerCase(Locale.ROOT);
		if (size.equals("auto"))
			return 0;
		final Matcher matcher = SIZE.matcher(size);
		final long bytes = matcher.matches() ? (long) (Double.parseDouble(matcher.group(1)) * unit(matcher.group(2)))
			: 0;
		if (bytes <= 0)
			throw new DrsformerException(
				"\"" + text + "\" is no amount of memory; write auto, or a size like 800m or 4g.");
		return bytes;
	}

	private static long unit(final String letter) {
		return switch (letter) {
			case "k" -> 1L << 10;
			case "m" -> 1L << 20;
			case "g" -> 1L << 30;
			default -> 1;
		};
	}
}
