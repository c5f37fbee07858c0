package org.drsformer.cli.option;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.drsformer.NumberText;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of options and parameters of all commands by {@link NumberText}, and refuses other texts. */
public final class NumberConverters {

	private NumberConverters() {
		// static functions only
	}

	/** Makes a command and all of its subcommands read numbers in this way. */
	public static void registerIn(final CommandLine commandLine) {
		commandLine.registerConverter(Integer.class, NumberConverters::integer)
			.registerConverter(int.class, NumberConverters::integer);
		commandLine.registerConverter(Long.class, NumberConverters::whole)
			.registerConverter(long.class, NumberConverters::whole);
		commandLine.registerConverter(Double.class, NumberConverters::real)
			.registerConverter(double.class, NumberConverters::real);
	}

	private static Integer integer(final String text) {
		final OptionalLong number = NumberText.whole(text);
		if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong())
			throw refused(text, "not a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
		return (int) number.getAsLong();
	}

	private static Long whole(final String text) {
		return NumberText.whole(text)
			.orElseThrow(() -> refused(text, "not a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE));
	}

	private static Double real(final String text) {
		final OptionalDouble number = NumberText.real(text);
		if (number.isEmpty())
			throw refused(text, "not a number; write it like 1000, 0.5 or 1e-3");
		return number.getAsDouble();
	}

	private static TypeConversionException refused(final String text, final String what) {
		return new TypeConversionException("\"" + text + "\" is " + what + ".");
	}
}
