package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The messages of what Fiji uses too name no options of the command line. */
class MessagesTest {

	private static final Path SOURCES = Path.of("src/main/java/org/drsformer");
	private static final Pattern OPTION = Pattern.compile("\"[^\"\\n]*--[a-z]");

	@Test
	void nameNoOptionsOfTheCommandLine() throws IOException {
		try (Stream<Path> sources = Files.walk(SOURCES)) {
			final List<Path> naming = sources.filter(file -> file.toString().endsWith(".java"))
				.filter(file -> !SOURCES.relativize(file).startsWith("cli"))
				.filter(MessagesTest::namesAnOption)
				.toList();
			assertEquals(List.of(), naming);
		}
	}

	private static boolean namesAnOption(final Path source) {
		try {
			return OPTION.matcher(Files.readString(source)).find();
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
