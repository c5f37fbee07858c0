package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

/** Reads files whose content is damaged. */
public final class DamagedFile {

	private DamagedFile() {
		// static functions only
	}

	/** Checks that a file with such a content is read, or refused in a sentence that names it. */
	public static void check(final Path file, final byte[] content) throws IOException {
		Files.write(file, content);
		try {
			ImageFiles.read(file);
		}
		catch (final DrsformerException refusal) {
			assertTrue(refusal.getMessage().contains(file.toString()));
		}
	}
}
