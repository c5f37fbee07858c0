package org.drsformer.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes such as {@code 800m}, {@code 4g} or {@code 1.5g}, in units of 1024. */
final class MemorySize implements ITypeConverter<Long> {

	private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*([kmg]?)b?");

	@Override
	public Long convert(final String text) {
		final Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
		final long bytes = matcher.matches() ? (long) (Double.parseDouble(matcher.group(1)) * unit(matcher.group(2))) : 0;
		if (bytes <= 0)
			throw new TypeConversionException("'" + text + "' is no amount of memory; write it like 800m or 4g");
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
