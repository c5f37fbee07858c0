package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that numbers are written in the same way in every locale. */
class LocaleTest {

	/** The calls for which Java uses the user's language unless a locale is given. */
	private static final Pattern BY_LANGUAGE = Pattern.compile("\\.formatted\\(|String\\.format\\(\\s*(?!Locale\\.)|" +
		"\\.printf\\(\\s*\"|toLowerCase\\(\\)|toUpperCase\\(\\)|NumberFormat\\b(?!Exception)|DecimalFormat\\b");

	@Test
	void nothingDependsOnTheLanguage() throws IOException {
		for (final String root : List.of("src/main/java", "src/spark/java"))
			try (Stream<Path> files = Files.walk(Path.of(root))) {
				for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
					assertEquals(List.of(),
						BY_LANGUAGE.matcher(Files.readString(file)).results().map(found -> found.group()).toList(),
						file.toString());
			}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR", "de-DE" })
	void timesHaveAsciiDigits(final String language) {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag(language));
		try {
			assertEquals("1:02:03", TimeLeft.text(3_723_000_000_000L));
			assertEquals("2:03", TimeLeft.text(123_000_000_000L));
			assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(TimeLeft.text(59_000_000_000L)));
		}
		finally {
			Locale.setDefault(before);
		}
	}
}
