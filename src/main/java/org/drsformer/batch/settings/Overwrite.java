package org.drsformer.batch.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;

/** What becomes of results that are there already. */
public enum Overwrite {

	/** Everything is done again. */
	ALWAYS,

	/** What has a result is left alone, whatever it was made from, unless that is empty. */
	NEVER,

	/** What was made from the same input with the same settings, and is whole, is left alone. */
	IF_CHANGED;

	/** How users write it: {@code always}, {@code never} or {@code if-changed}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** All of them, as users write them. */
	public static List<String> names() {
		return Arrays.stream(values()).map(Overwrite::toString).toList();
	}

	/** @throws DrsformerException if there is none of this name */
	public static Overwrite parse(final String name) {
		return Arrays.stream(values())
			.filter(value -> value.toString().equals(name.strip()))
			.findAny()
			.orElseThrow(() -> new DrsformerException("There is no way to overwrite called \"" + name +
				"\"; choose one of " + names().stream().collect(Collectors.joining(", ")) + "."));
	}
}
