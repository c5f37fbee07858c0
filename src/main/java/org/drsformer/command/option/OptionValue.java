package org.drsformer.command.option;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;
import org.drsformer.io.PathText;
import org.drsformer.macro.OpenImages;
import org.scijava.module.ModuleItem;
import org.scijava.util.NumberUtils;
import org.scijava.util.Types;

import ij.ImagePlus;

/** Reads the text that a macro or a dialog gives for an input of a command, and refuses invalid values. */
public final class OptionValue {

	/** The input whose choices are names, but which also accepts a path; the command checks it. */
	private static final String MODEL = "model";

	private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

	private final String what;
	private final ModuleItem<?> item;
	private final String text;

	/** @param what is given a value, as the subject of a sentence, such as {@code The option rate of Train...} */
	public OptionValue(final String what, final ModuleItem<?> item, final String text) {
		this.what = what;
		this.item = item;
		this.text = text;
	}

	/**
	 * Returns the value.
	 *
	 * @throws DrsformerException if the value is invalid; names the option and the valid values
	 */
	public Object read() {
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class)
			return bool();
		if (Number.class.isAssignableFrom(type))
			return number(type);
		if (type == File.class)
			return file();
		if (type == ImagePlus.class)
			return OpenImages.find(text);
		return choice();
	}

	private DrsformerException refused(final String remedy) {
		return new DrsformerException(what + " cannot be \"" + text + "\"; " + remedy + ".");
	}

	private Boolean bool() {
		if (text.equals("true") || text.equals("false"))
			return Boolean.valueOf(text);
		throw refused("use true or false");
	}

	private Object number(final Class<?> type) {
		final boolean real = type == Double.class || type == Float.class;
		final Object value = real ? real(type) : whole(type);
		if (value == null)
			throw refused("write a " + (real ? "number" : "whole number") + limits(type));
		return value;
	}

	/** Returns null for a text that is not a number, or a number outside of the limits. */
	private Object real(final Class<?> type) {
		final OptionalDouble number = NumberText.real(text);
		if (number.isEmpty() || number.getAsDouble() < limit(item.getMinimumValue(), Double.NEGATIVE_INFINITY)
			|| number.getAsDouble() > limit(item.getMaximumValue(), Double.POSITIVE_INFINITY))
			return null;
		return NumberUtils.toNumber(number.getAsDouble(), type);
	}

	/** Returns null for a text that is not a whole number, or a number outside of the limits or of the type's range. */
	private Object whole(final Class<?> type) {
		final OptionalLong number = NumberText.whole(text);
		if (number.isEmpty() || number.getAsLong() < minimum(type) || number.getAsLong() > maximum(type))
			return null;
		return NumberUtils.toNumber(number.getAsLong(), type);
	}

	private long minimum(final Class<?> type) {
		return item.getMinimumValue() instanceof final Number least ? least.longValue()
			: NumberUtils.getMinimumNumber(type).longValue();
	}

	private long maximum(final Class<?> type) {
		return item.getMaximumValue() instanceof final Number most ? most.longValue()
			: NumberUtils.getMaximumNumber(type).longValue();
	}

	private static double limit(final Object limit, final double otherwise) {
		return limit instanceof final Number number ? number.doubleValue() : otherwise;
	}

	private String limits(final Class<?> type) {
		// the limits of the type help only if the number is beyond them
		final boolean beyond = type != Double.class && type != Float.class && WHOLE.matcher(text.strip()).matches();
		final Object min = beyond ? (Object) minimum(type) : item.getMinimumValue();
		final Object max = beyond ? (Object) maximum(type) : item.getMaximumValue();
		return (min == null ? "" : " from " + plain(min)) +
			(max == null ? "" : (min == null ? " up to " : " to ") + plain(max));
	}

	/** Returns a number as people write it: {@code 9}, not {@code 9.0}. */
	private static String plain(final Object limit) {
		return limit.toString().replaceFirst("\\.0$", "");
	}

	/** The command checks whether the file exists. */
	private File file() {
		if (text.isBlank())
			throw refused("name a file or folder");
		return PathText.parse(text).toFile();
	}

	private String choice() {
		final List<?> choices = item.getChoices();
		if (item.getName().equals(MODEL) || choices == null || choices.isEmpty() || choices.contains(text))
			return text;
		throw refused("use " + (choices.size() == 1 ? "" : "one of ") +
			Arrays.stream(choices.toArray()).map(String::valueOf).collect(Collectors.joining(", ")));
	}
}
