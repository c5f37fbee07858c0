package org.drsformer.macro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.Menus;

/**
 * The table of ImageJ's commands. ImageJ builds it from its menus, which need a display; without the table not even
 * {@code open} works in a macro. In Fiji, imagej-legacy provides it.
 */
final class CommandTable {

	private static final Pattern ENTRY = Pattern.compile(".*\"([^\"]+)\"\\s*,\\s*(\\S+)");

	private CommandTable() {}

	/** Fills the table with ImageJ's commands and those of our plugins.config. */
	static synchronized void fill() {
		final Hashtable<String, String> commands = new Hashtable<>();
		read("IJ_Props.txt", commands);
		read("plugins.config", commands);
		try {
			final Field table = Menus.class.getDeclaredField("pluginsTable");
			table.setAccessible(true);
			table.set(null, commands);
		}
		catch (final ReflectiveOperationException changed) {
			throw new AssertionError(changed);
		}
	}

	private static void read(final String resource, final Hashtable<String, String> commands) {
		try (BufferedReader reader = new BufferedReader(
			new InputStreamReader(Menus.class.getResourceAsStream("/" + resource), StandardCharsets.UTF_8))) {
			reader.lines()
				.map(ENTRY::matcher)
				.filter(Matcher::matches)
				.forEach(entry -> commands.put(entry.group(1), entry.group(2)));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}
}
