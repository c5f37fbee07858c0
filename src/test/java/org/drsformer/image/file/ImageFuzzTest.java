package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests damaged images of all kinds; {@link ImageFuzz} makes more of them. */
class ImageFuzzTest {

	private static final int COUNT = 300;

	@TempDir
	private Path folder;

	@Test
	void anImageOrASentence() throws IOException {
		final ImageFuzz fuzz = ImageFuzz.of(COUNT, folder);
		final int exit = fuzz.call();
		final Path failures = folder.resolve("failures.txt");
		assertEquals(0, exit, () -> fuzz.summary() + (Files.exists(failures) ? "\n" + text(failures) : ""));
	}

	private static String text(final Path file) {
		try {
			return Files.readString(file);
		}
		catch (final IOException failure) {
			return failure.toString();
		}
	}
}
