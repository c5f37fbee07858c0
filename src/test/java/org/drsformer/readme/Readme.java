package org.drsformer.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The README of the project.
 *
 * @param text all of it
 */
record Readme(String text) {

	static final Path FILE = Path.of("README.md");

	private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

	/**
	 * A code block.
	 *
	 * @param language as it is given after the fence; empty for a command line
	 */
	record Block(String language, String code) {}

	static Readme ofProject() {
		try {
			return new Readme(Files.readString(FILE));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	List<Block> blocks() {
		return BLOCK.matcher(text).results().map(match -> new Block(match.group(1), match.group(2))).toList();
	}

	/** Whether it has a name in a code span or block, by itself: as {@code `name`}, {@code name=}, or among others. */
	boolean names(final String name) {
		return namesIn(text, name);
	}

	/** Whether it names something in one of the sections that name another thing. */
	boolean namesTogether(final String context, final String name) {
		return namesIn(Arrays.stream(text.split("(?m)^#{1,4} "))
			.filter(section -> namesIn(section, context))
			.collect(Collectors.joining("\n")), name);
	}

	private static boolean namesIn(final String text, final String name) {
		final String code = Pattern.compile("`[^`\\n]+`|(?s)```.*?```")
			.matcher(text)
			.results()
			.map(match -> match.group())
			.collect(Collectors.joining("\n"));
		return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])").matcher(code).find();
	}
}
