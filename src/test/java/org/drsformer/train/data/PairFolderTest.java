package org.drsformer.train.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairFolderTest {

	@TempDir
	private Path folder;

	private void files(final String name, final String names) throws IOException {
		Files.createDirectories(folder.resolve(name));
		for (final String file : names.split(" "))
			Files.createFile(folder.resolve(name).resolve(file));
	}

	private String pairs() {
		final List<String> pairs = PairFolder.pairs(folder)
			.entrySet()
			.stream()
			.map(pair -> pair.getKey().getFileName() + ">" + pair.getValue().getFileName())
			.toList();
		return String.join(" ", pairs);
	}

	@ParameterizedTest
	@CsvSource({ //
		"a.png b.png, b.tif a.jpg, a.png>a.jpg b.png>b.tif",
		"901_1.jpg 901_14.jpg 902_1.jpg, 901.jpg 902.jpg, 901_1.jpg>901.jpg 901_14.jpg>901.jpg 902_1.jpg>902.jpg",
		"t0.png t1.png t2.png, median.png, t0.png>median.png t1.png>median.png t2.png>median.png",
		"rain-1.png rain-002.png, norain-001.png norain-2.png, rain-1.png>norain-001.png rain-002.png>norain-2.png",
		"1x2.png 2x2.png, 1.png 2.png, 1x2.png>1.png 2x2.png>2.png" })
	void partners(final String rainy, final String clean, final String expected) throws IOException {
		files("input", rainy);
		files("target", clean);
		assertEquals(expected, pairs());
	}

	@Test
	void foldersOfPublishedDataSets() throws IOException {
		files("rain", "rain-1.png rain-2.png");
		files("norain", "norain-1.png norain-2.png");
		assertEquals("rain-1.png>norain-1.png rain-2.png>norain-2.png", pairs());
		assertEquals(List.of(folder.resolve("rain"), folder.resolve("norain")), PairFolder.folders(folder));
	}

	@ParameterizedTest
	@CsvSource({ //
		"a.png b.png, a.png c.png, b.png", //
		"a.png, a.png c.png, c.png", //
		"x1.png x1y1.png, 1.png 2.png, x1.png", //
		"a_1.png b_1.png, a.png c.png, b_1.png" })
	void noPartner(final String rainy, final String clean, final String alone) throws IOException {
		files("input", rainy);
		files("target", clean);
		final String sentence = assertThrows(DrsformerException.class, this::pairs).getMessage();
		assertTrue(sentence.contains(alone + " has no partner with the same name in " + folder), sentence);
	}
}
