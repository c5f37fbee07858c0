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
import ij.util.Tools;

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
		final boolean real = type == Double.class || type == Float.class;
		final double value = Tools.parseDouble(text, Double.NaN);
		if (!Double.isFinite(value) || !real && value != Math.rint(value) || value < limit(item.getMinimumValue(),
			Double.NEGATIVE_INFINITY) || value > limit(item.getMaximumValue(), Double.POSITIVE_INFINITY))
			throw refused("write a " + (real ? "number" : "whole number") + limits());
		return NumberUtils.toNumber(real ? value : (Object) (long) value, type);
	}

	private static double limit(final Object limit, final double otherwise) {
		return limit instanceof final Number number ? number.doubleValue() : otherwise;
	}

	private String limits() {
		final Object min = item.getMinimumValue();
		final Object max = item.getMaximumValue();
		return (min == null ? "" : " from " + plain(min)) + (max == null ? "" : (min == null ? " up to " : " to ") + plain(
			max));
	}

	/** As people write numbers: {@code 9}, not {@code 9.0}. */
	private static String plain(final Object limit) {
		return limit.toString().replaceFirst("\\.0$", "");
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
