package org.drsformer.image.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first number in a name, by which files are paired whose names differ otherwise. */
public final class FirstNumber {

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private FirstNumber() {
		// static functions only
	}

	/**
	 * Returns the first number in a name without zeros in front, such as 1 for {@code 0001_DR}; empty if there is none.
	 */
	public static Optional<String> in(final String name) {
		final Matcher digits = DIGITS.matcher(name);
		return digits.find() ? Optional.of(digits.group().replaceFirst("^0+(?=.)", "")) : Optional.empty();
	}
}
