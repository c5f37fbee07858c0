package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.image.ColorProfile;
import org.drsformer.image.ImagePlusCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import ij.ImagePlus;

/**
 * Tests files that are easily misread, or whose reading might never end: they give the right values or one sentence.
 */
class CasesTest {

	/** Allows a second for each file, and more for a slow machine. */
	private static final Duration SOON = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	static List<Case> cases() {
		return Case.ALL;
	}

	@ParameterizedTest
	@MethodSource("cases")
	void read(final Case one) {
		check(one, ImageFiles::read);
	}

	@ParameterizedTest
	@MethodSource("cases")
	void opened(final Case one) {
		check(one, ImageFiles::open);
	}

	private static void check(final Case one, final Function<Path, ImagePlus> reader) {
		assertTimeoutPreemptively(SOON, () -> {
			if (one.isRead()) {
				final ImagePlus image = reader.apply(one.path());
				assertTrue(one.isRight(image), () -> image + " has " + Case.seen(image));
				return;
			}
			final String sentence = assertThrows(DrsformerException.class, () -> reader.apply(one.path())).getMessage();
			assertTrue(sentence.contains(one.path().toString()) && sentence.contains(one.refusal())
				&& sentence.endsWith(".") && !sentence.contains("\n"), sentence);
		});
	}

	/** Every file has a case. */
	@Test
	void allFiles() throws IOException {
		final Path cases = Path.of("src/test/resources/cases");
		for (final String kind : List.of("images", "hang"))
			try (Stream<Path> files = Files.list(cases.resolve(kind))) {
				final Set<String> names = files.map(file -> kind + "/" + file.getFileName())
					.collect(Collectors.toSet());
				assertEquals(
					Case.ALL.stream().map(Case::file).filter(file -> file.startsWith(kind)).collect(Collectors.toSet()),
					names);
			}
	}

	/** The profile stays with the samples, which do not change. */
	@ParameterizedTest
	@CsvSource({ "wide_profile.png, a.png", "wide_profile.png, a.tif", "wide_profile.jpg, a.png",
		"wide_profile.jpg, a.tif", "wide_profile.jpg, a.jpg", "jpeg_in_tiff_small.tif, a.tif",
		"jpeg_in_tiff_small.tif, a.png" })
	void profiles(final String input, final String output) {
		final ImagePlus image = ImageFiles.read(Path.of("src/test/resources/cases/images", input));
		final byte[] profile = ColorProfile.of(image).bytes();
		assertTrue(profile.length > 128);
		final ImagePlus copy = ImagePlusCopy.of(image, "copy", image.getStack().duplicate());
		ImageFiles.write(copy, folder.resolve(output));
		final ImagePlus again = ImageFiles.read(folder.resolve(output));
		assertArrayEquals(profile, ColorProfile.of(again).bytes());
		if (!output.endsWith(".jpg"))
			assertEquals(Case.seen(image), Case.seen(again));
	}
}
