package org.drsformer.macro;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

	/** Fills the table with ImageJ's commands and ours. */
	static synchronized void fill() {
		final Hashtable<String, String> commands = new Hashtable<>();
		try (InputStream imagej = Menus.class.getResourceAsStream("/IJ_Props.txt");
			InputStream ours = Files.newInputStream(PlainImageJ.MENU.resolve("plugins.config"))) {
			read(imagej, commands);
			read(ours, commands);
			final Field table = Menus.class.getDeclaredField("pluginsTable");
			table.setAccessible(true);
			table.set(null, commands);
		}
		catch (final ReflectiveOperationException | IOException changed) {
			throw new AssertionError(changed);
		}
	}

	private static void read(final InputStream lines, final Hashtable<String, String> commands) {
		new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8)).lines()
			.map(ENTRY::matcher)
			.filter(Matcher::matches)
			.forEach(entry -> commands.put(entry.group(1), entry.group(2)));
	}
}
