package org.drsformer.command.option;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.macro.OpenImages;
import org.scijava.module.ModuleItem;
import org.scijava.util.NumberUtils;
import org.scijava.util.Types;

import ij.ImagePlus;

/** Reads what a macro says for an input of a command, and refuses what the input cannot be. */
final class OptionValue {

	/** The inputs whose choices are names for what can also be given by a path, which the command looks for itself. */
	private static final String MODEL = "model";

	private final String command;
	private final ModuleItem<?> item;
	private final String text;

	OptionValue(final String command, final ModuleItem<?> item, final String text) {
		this.command = command;
		this.item = item;
		this.text = text;
	}

	/** @throws DrsformerException if the input cannot have this value; names its key and what it can be */
	Object read() {
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
		return new DrsformerException("The option " + item.getName() + " of " + command + " cannot be \"" + text + "\"; " +
			remedy + ".");
	}

	private Boolean bool() {
		if (text.equals("true") || text.equals("false"))
			return Boolean.valueOf(text);
		throw refused("use true or false");
	}

	private Object number(final Class<?> type) {
		final double value;
		try {
			value = Double.parseDouble(text);
		}
		catch (final NumberFormatException malformed) {
			throw refused("write a " + kind(type) + limits());
		}
		final boolean whole = type == Double.class || type == Float.class || value == Math.rint(value);
		if (!Double.isFinite(value) || !whole || value < limit(item.getMinimumValue(), Double.NEGATIVE_INFINITY) ||
			value > limit(item.getMaximumValue(), Double.POSITIVE_INFINITY))
			throw refused("write a " + kind(type) + limits());
		return NumberUtils.toNumber(whole && type != Double.class && type != Float.class ? (Object) (long) value : value,
			type);
	}

	private static String kind(final Class<?> type) {
		return type == Double.class || type == Float.class ? "number" : "whole number";
	}

	private static double limit(final Object limit, final double otherwise) {
		return limit instanceof final Number number ? number.doubleValue() : otherwise;
	}

	private String limits() {
		final Object min = item.getMinimumValue();
		final Object max = item.getMaximumValue();
		return (min == null ? "" : " from " + min) + (max == null ? "" : (min == null ? " up to " : " to ") + max);
	}

	/** What is there, and what it is, is looked at by the command. */
	private File file() {
		if (text.isBlank())
			throw refused("name a file or folder");
		return new File(text);
	}

	private String choice() {
		final List<?> choices = item.getChoices();
		if (item.getName().equals(MODEL) || choices == null || choices.isEmpty() || choices.contains(text))
			return text;
		throw refused("use " + (choices.size() == 1 ? "" : "one of ") + Arrays.stream(choices.toArray()).map(String::valueOf)
			.collect(Collectors.joining(", ")));
	}
}
