package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSummaryTest {

	private static final Path CHECKPOINT = Path.of("src/test/resources/fixtures/d8_plain/deraining.pth");

	@TempDir
	private Path folder;

	private List<String> lines() {
		return new ModelLibrary(folder).summaries()
			.stream()
			.map(model -> model.name() + " " + model.installed() + ": " + model.text())
			.toList();
	}

	@Test
	void theBundledModelThenThePublishedOnes() {
		assertEquals(List.of(
			"compact true: free photographs with synthetic rain of all kinds; 1.3 million parameters; comes along",
			"rain200l false: Rain200L, by the authors of DRSformer; 32.6 million parameters; not installed yet",
			"rain200h false: Rain200H, by the authors of DRSformer; 33.7 million parameters; not installed yet",
			"did false: DID-Data, by the authors of DRSformer; 33.7 million parameters; not installed yet",
			"ddn false: DDN-Data, by the authors of DRSformer; 33.7 million parameters; not installed yet",
			"spa false: SPA-Data, by the authors of DRSformer; 32.6 million parameters; not installed yet",
			"restormer-derain false: Rain13K, by the authors of Restormer, non-commercial, download it yourself; 26.1" +
				" million parameters; not installed yet"),
			lines().subList(0, 7));
		assertEquals(1 + PublishedModel.all().size(), lines().size());
	}

	@Test
	void importedModelsHaveALineOfTheirCard() {
		new ModelLibrary(folder).importFile(CHECKPOINT, "own");
		assertEquals("own true: imported from deraining.pth; 0.3 million parameters, 1.3 MB", lines().get(1));
	}

	/** The user may add to a card. */
	@Test
	void theUserTellsWhatAModelWasTrainedOn() throws IOException {
		new ModelLibrary(folder).importFile(CHECKPOINT, "own");
		final Path card = folder.resolve("own.md");
		Files.writeString(card, Files.readString(card) + "| trained on | my garden: https://example.org/a |\n");
		assertEquals("own true: my garden; 0.3 million parameters, 1.3 MB", lines().get(1));
	}

	@Test
	void installedPublishedModelsAreListedOnce() throws IOException {
		Files.copy(CHECKPOINT, folder.resolve("spa.pth"));
		assertEquals("spa true: put into the folder of models by hand, 1.3 MB", lines().get(1));
		assertEquals(1, lines().stream().filter(line -> line.startsWith("spa ")).count());
	}
}
