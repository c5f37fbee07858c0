package org.drsformer.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of the project, in Markdown.
 *
 * @param file where it is
 * @param text all of it
 */
record Document(Path file, String text) {

	private static final Pattern BLOCK = Pattern.compile("^( *)```(\\w*)\\R(.*?)^ *```",
		Pattern.MULTILINE | Pattern.DOTALL);
	private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
	private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");

	/**
	 * A code block.
	 *
	 * @param language as it is given after the fence; empty for a command line
	 * @param code its lines, as far to the left as the fence
	 */
	record Block(String language, String code) {}

	/** Reads a document. */
	static Document of(final Path file) {
		try {
			return new Document(file, Files.readString(file));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Returns the documents of the project, the front page first. */
	static List<Document> all() {
		return Stream
			.of(Stream
				.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "update-site/README.md",
					"update-site/models/README.md", "src/model/README.md")
				.map(Path::of), files("docs"), files("macros"))
			.flatMap(files -> files)
			.map(Document::of)
			.toList();
	}

	private static Stream<Path> files(final String folder) {
		try (Stream<Path> files = Files.walk(Path.of(folder))) {
			return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Returns the code blocks. */
	List<Block> blocks() {
		return BLOCK.matcher(text)
			.results()
			.map(match -> new Block(match.group(2), match.group(3).replaceAll("(?m)^" + match.group(1), "")))
			.toList();
	}

	/** Returns the text without its code blocks. */
	String prose() {
		return BLOCK.matcher(text).replaceAll("");
	}

	/** Returns what stands in code spans, on one line each. */
	List<String> spans() {
		return SPAN.matcher(prose()).results().map(match -> match.group(1).replaceAll("\\s+", " ")).toList();
	}

	/** Returns the targets of the links and pictures. */
	List<String> links() {
		return LINK.matcher(prose()).results().map(match -> match.group(1)).toList();
	}

	/** Returns the names by which links reach the headings, as GitHub makes them. */
	List<String> anchors() {
		return HEADING.matcher(prose())
			.results()
			.map(match -> match.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
			.toList();
	}

	/**
	 * Returns whether it has a name in a code span or block, by itself: as {@code `name`}, {@code name=}, or among
	 * others.
	 */
	boolean names(final String name) {
		return namesIn(text, name);
	}

	/** Returns whether it names something in one of the sections that name another thing. */
	boolean namesTogether(final String context, final String name) {
		return Arrays.stream(text.split("(?m)^#{1,4} "))
			.filter(section -> namesIn(section, context))
			.anyMatch(section -> namesIn(section, name));
	}

	private static boolean namesIn(final String text, final String name) {
		return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])").matcher(code(text)).find();
	}

	private static String code(final String text) {
		final StringBuilder code = new StringBuilder();
		Pattern.compile("`[^`\\n]+`|(?s)```.*?```")
			.matcher(text)
			.results()
			.forEach(match -> code.append(match.group()).append('\n'));
		return code.toString();
	}
}
