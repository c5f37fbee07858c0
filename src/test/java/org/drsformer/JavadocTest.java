package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Checks that public types and packages are documented. The profile release also refuses every warning of Javadoc. */
class JavadocTest {

	private static final Path SOURCES = Path.of("src/main/java");
	private static final Pattern TYPE = Pattern
		.compile("^public (?:(?:abstract|final|sealed) )*(?:class|record|enum|interface) ", Pattern.MULTILINE);
	/** A comment with the annotations that follow it. */
	private static final Pattern DOCUMENTED = Pattern
		.compile("\\*/\\s*(?:@[\\w.]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*\\z");

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter(file -> file.toString().endsWith(".java")).toList();
		}
	}

	private static String read(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static boolean isUndocumented(final Path file) {
		final String text = read(file);
		final Matcher type = TYPE.matcher(text);
		return type.find() && !DOCUMENTED.matcher(text.substring(0, type.start())).find();
	}

	@Test
	void everyPublicTypeHasAComment() throws IOException {
		assertEquals(List.of(), sources().stream().filter(JavadocTest::isUndocumented).toList());
	}

	@Test
	void everyPackageHasAPage() throws IOException {
		assertEquals(List.of(),
			sources().stream()
				.map(Path::getParent)
				.distinct()
				.filter(folder -> !Files.exists(folder.resolve("package-info.java")))
				.toList());
	}

	@Test
	void thePageOfTheRootTellsTheLayout() throws IOException {
		final Path root = SOURCES.resolve("org/drsformer");
		final String page = read(root.resolve("package-info.java"));
		try (Stream<Path> packages = Files.list(root)) {
			packages.filter(Files::isDirectory)
				.forEach(folder -> assertTrue(page.contains("{@link org.drsformer." + folder.getFileName() + "}"),
					folder + " is not in the list"));
		}
	}
}
