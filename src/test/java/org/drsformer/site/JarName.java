package org.drsformer.site;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a jar says, as Fiji's updater reads it too.
 *
 * @param artifact such as {@code imglib2}
 * @param version such as {@code 8.0.0}, with a classifier where there is one; empty if the name has none
 */
record JarName(String artifact, String version) {

	private static final Pattern NAME = Pattern.compile("(.+?)(?:-(\\d.*))?\\.jar");

	static JarName of(final Path jar) {
		final Matcher matcher = NAME.matcher(jar.getFileName().toString());
		if (!matcher.matches())
			throw new IllegalArgumentException(jar + " is no jar");
		return new JarName(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
	}
}
