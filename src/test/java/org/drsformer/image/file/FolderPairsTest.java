package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How names pair is tested by those who learn from pairs. */
class FolderPairsTest {

	@TempDir
	private Path rainy;

	@TempDir
	private Path clean;

	@BeforeEach
	void files() throws IOException {
		Files.createFile(rainy.resolve("rain-001.png"));
		Files.createFile(clean.resolve("norain-1.png"));
		Files.createFile(clean.resolve("norain-2.png"));
	}

	@Test
	void targetsMayBeLeftOverUnlessAllAreAskedFor() {
		assertEquals(Map.of(rainy.resolve("rain-001.png"), clean.resolve("norain-1.png")),
			FolderPairs.of(rainy, clean));
		final String sentence = assertThrows(DrsformerException.class, () -> FolderPairs.ofAll(rainy, clean))
			.getMessage();
		assertTrue(sentence.contains("norain-2.png has no partner"), sentence);
	}

	@Test
	void eachRainyImageNeedsATarget() throws IOException {
		Files.createFile(rainy.resolve("rain-003.png"));
		final String sentence = assertThrows(DrsformerException.class, () -> FolderPairs.of(rainy, clean)).getMessage();
		assertTrue(sentence.contains("rain-003.png has no partner with the same name in " + clean), sentence);
	}
}
