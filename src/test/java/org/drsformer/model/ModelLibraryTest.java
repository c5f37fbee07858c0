package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLibraryTest {

	@TempDir
	private Path folder;

	@Test
	void bundledModelIsTheOneOfItsCard() {
		final Model model = new ModelLibrary(folder.resolve("none")).find("compact");
		final String card = model.card().orElseThrow();
		assertTrue(card.contains(model.sha256()), model.sha256());
		assertEquals(1_285_690, model.parameterCount());
		assertTrue(card.contains("1,285,690 parameters"));
		assertEquals(16, model.configuration().dim());
		assertEquals(List.of(1, 2, 2, 2), model.configuration().blocks());
		assertEquals("bundled", model.location());
	}

	@Test
	void findsByNameAndByPath() throws IOException {
		final Path file = copyFixture("own.pth");
		final ModelLibrary library = new ModelLibrary(folder);
		assertEquals(List.of("compact", "own"), library.names());
		final Model byName = library.find("own");
		final Model byPath = new ModelLibrary(folder.resolve("elsewhere")).find(file.toString());
		assertEquals("own", byName.name());
		assertEquals(byName.sha256(), byPath.sha256());
		assertEquals(299_782, byPath.parameterCount());
		assertArrayEquals(byName.checkpoint().tensors().get("output.weight").data(),
			byPath.checkpoint().tensors().get("output.weight").data());
	}

	@Test
	void theMessageNamesAllModels() throws IOException {
		copyFixture("own.pth");
		for (final String wrong : List.of("rain200x", "/no/such/file.pth", "bad\0name")) {
			final String sentence = assertThrows(DrsformerException.class, () -> new ModelLibrary(folder).find(wrong))
				.getMessage();
			assertTrue(
				sentence.contains(wrong) && sentence.contains("compact, own") && sentence.contains(folder.toString()),
				sentence);
		}
	}

	@Test
	void aDamagedFileIsRefusedByName() throws IOException {
		Files.writeString(folder.resolve("broken.pth"), "not a checkpoint");
		final String sentence = assertThrows(DrsformerException.class, () -> new ModelLibrary(folder).find("broken"))
			.getMessage();
		assertTrue(sentence.contains("broken.pth"), sentence);
	}

	private Path copyFixture(final String name) throws IOException {
		try (InputStream stream = getClass().getResourceAsStream("/fixtures/d8_plain/deraining.pth")) {
			Files.copy(stream, folder.resolve(name));
		}
		return folder.resolve(name);
	}
}
