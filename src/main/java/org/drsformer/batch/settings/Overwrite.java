package org.drsformer.batch.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;

/** Says what happens to results that exist already. */
public enum Overwrite {

	/** All files are derained again. */
	ALWAYS,

	/** An existing result is kept, whatever it was made from, unless it is an empty file. */
	NEVER,

	/** An existing result is kept if it is complete and was made from the same input with the same settings. */
	IF_CHANGED;

	/** Returns the word that users write: {@code always}, {@code never} or {@code if-changed}. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Returns all values as users write them. */
	private static List<String> names() {
		return Arrays.stream(values()).map(Overwrite::toString).toList();
	}

	/**
	 * Returns the value that a word stands for.
	 *
	 * @throws DrsformerException if there is no such value
	 */
	public static Overwrite parse(final String name) {
		return Arrays.stream(values())
			.filter(value -> value.toString().equals(name.strip()))
			.findAny()
			.orElseThrow(() -> new DrsformerException("The way to overwrite \"" + name + "\" is unknown; choose" +
				" one of " + names().stream().collect(Collectors.joining(", ")) + "."));
	}
}
