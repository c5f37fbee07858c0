package org.drsformer;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as users write them. A text that would have to be cut, rounded to another whole number or wrapped
 * around is refused. The result is the same in every locale: digits are 0 to 9, and the decimal sign is a point.
 */
public final class NumberText {

	/** Scripts write whole numbers with zeros behind the point. ImageJ writes an exponent only if it has rounded. */
	private static final Pattern WHOLE = Pattern.compile("([+-]?0*[0-9]{1,19})(?:\\.0*)?");

	private static final Pattern REAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

	private static final Pattern NOT_ZERO = Pattern.compile("[1-9]");

	private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)\\s*([a-z]?)");

	private NumberText() {
		// static functions only
	}

	/** Returns a whole number from -2<sup>63</sup> to 2<sup>63</sup> - 1; empty for anything else. */
	public static OptionalLong whole(final String text) {
		final Matcher matcher = WHOLE.matcher(text.strip());
		if (!matcher.matches())
			return OptionalLong.empty();
		final BigInteger value = new BigInteger(matcher.group(1));
		return value.bitLength() < Long.SIZE ? OptionalLong.of(value.longValueExact()) : OptionalLong.empty();
	}

	/**
	 * Returns a finite number; empty for anything else, also for numbers that a double would turn into infinity, or
	 * into 0 although they are not 0.
	 */
	public static OptionalDouble real(final String text) {
		final Matcher matcher = REAL.matcher(text.strip());
		if (!matcher.matches())
			return OptionalDouble.empty();
		final double value = Double.parseDouble(matcher.group());
		final boolean lost = value == 0 && NOT_ZERO.matcher(matcher.group(1)).find();
		return Double.isFinite(value) && !lost ? OptionalDouble.of(value) : OptionalDouble.empty();
	}

	/**
	 * Returns a number with a letter behind it that multiplies it, such as 1.5g, without its fraction; empty for
	 * anything else.
	 *
	 * @param letters in small letters: the first stands for {@code base}, the second for its square, and so on
	 */
	public static OptionalLong withUnit(final String text, final String letters, final int base) {
		final Matcher matcher = WITH_UNIT.matcher(text);
		if (!matcher.matches())
			return OptionalLong.empty();
		final String letter = matcher.group(2);
		final int exponent = letter.isEmpty() ? 0 : 1 + letters.indexOf(letter);
		if (!letter.isEmpty() && exponent == 0)
			return OptionalLong.empty();
		return OptionalLong.of((long) (Double.parseDouble(matcher.group(1)) * Math.pow(base, exponent)));
	}
}
