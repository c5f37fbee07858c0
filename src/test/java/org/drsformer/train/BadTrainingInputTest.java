package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.train.data.DataSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mistake in the settings or the images is one sentence before the first step. */
class BadTrainingInputTest {

	@TempDir
	private Path folder;

	private void assertRefused(final TrainingSettings settings, final Path output, final String... parts) {
		final String sentence = assertThrows(DrsformerException.class,
			() -> Training.plan(settings, TrainingTestData.run(output), Progress.NONE)).getMessage();
		for (final String part : parts)
			assertTrue(sentence.contains(part), sentence);
		assertFalse(sentence.contains("\n"), sentence);
		assertFalse(Files.exists(output.resolve("log.csv")));
	}

	private void assertRefused(final DataSettings data, final String... parts) {
		assertRefused(new TrainingSettings(TrainingTestData.SMALL, null, data, TrainingTestData.recipe(4)),
			folder.resolve("out"), parts);
	}

	private static DataSettings pairs(final Path pairs) {
		return new DataSettings(List.of(pairs), List.of(), "mixed", null, 1, 0);
	}

	@Test
	void unpairedFiles() throws IOException {
		final Path pairs = TrainingTestData.pairs(folder.resolve("pairs"), 3, 24, 24);
		Files.delete(pairs.resolve("target/1.png"));
		assertRefused(pairs(pairs), "input" + pairs.getFileSystem().getSeparator() + "1.png", "no partner");
		TrainingTestData.write(pairs.resolve("target/1.png"), 24, 24, 1);
		Files.delete(pairs.resolve("input/2.png"));
		assertRefused(pairs(pairs), "2.png", "no partner");
	}

	@Test
	void differentSizes() {
		final Path pairs = TrainingTestData.pairs(folder.resolve("pairs"), 3, 24, 24);
		TrainingTestData.write(pairs.resolve("target/1.png"), 25, 24, 1);
		assertRefused(pairs(pairs), "pair 1", "24 x 24", "25 x 24");
	}

	@Test
	void smallerThanTheCrops() {
		final Path clean = TrainingTestData.clean(folder.resolve("clean"), 3, 24, 12);
		assertRefused(TrainingTestData.cleanFolder(clean), "24 x 12", "16 x 16");
	}

	@Test
	void emptyMissingAndDisorderedFolders() throws IOException {
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		assertRefused(TrainingTestData.cleanFolder(empty), "empty", "no images");
		assertRefused(TrainingTestData.cleanFolder(folder.resolve("none")), "none");
		assertRefused(pairs(empty), "holds no pairs", "input", "target");
		assertThrows(DrsformerException.class, () -> new DataSettings(List.of(), List.of(), "mixed", null, 0, 0));
		assertThrows(DrsformerException.class, () -> new DataSettings(List.of(empty), List.of(), "snow", null, 0, 0));
	}

	@Test
	void nothingLeftToLearnFrom() {
		final Path clean = TrainingTestData.clean(folder.resolve("clean"), 1, 24, 24);
		assertRefused(TrainingTestData.cleanFolder(clean), "held out");
	}

	@Test
	void aDamagedImage() throws IOException {
		final Path clean = TrainingTestData.clean(folder.resolve("clean"), 3, 24, 24);
		Files.writeString(clean.resolve("1.png"), "no image");
		assertRefused(TrainingTestData.cleanFolder(clean), "1.png");
	}

	@Test
	void aCheckpointOfAnotherSize() {
		final Path clean = TrainingTestData.clean(folder.resolve("clean"), 3, 24, 24);
		final String from = "src/test/resources/fixtures/training_d8_plain/start.pth";
		assertRefused(new TrainingSettings(TrainingTestData.SMALL, from, TrainingTestData.cleanFolder(clean),
			TrainingTestData.recipe(4)), folder.resolve("out"), "start.pth", "another size", "it has dim 8, not 4");
	}

	@Test
	void channelsThatCannotBeValidated() {
		final Path clean = TrainingTestData.clean(folder.resolve("clean"), 3, 24, 24);
		final Configuration four = new Configuration(4, 4, 4, TrainingTestData.SMALL.blocks(),
			TrainingTestData.SMALL.heads(), 2, false, TrainingTestData.SMALL.layerNorm(), false);
		assertRefused(new TrainingSettings(four, null, TrainingTestData.cleanFolder(clean), TrainingTestData.recipe(4)),
			folder.resolve("out"), "4 channels");
	}

	@Test
	void anOutputThatIsAFile() throws IOException {
		final Path clean = TrainingTestData.clean(folder.resolve("clean"), 3, 24, 24);
		final Path file = Files.writeString(folder.resolve("file"), "");
		assertRefused(TrainingTestData.settings(clean, 4), file, file.toString(), "written");
	}

	@Test
	void nothingToContinue() throws IOException {
		assertThrows(DrsformerException.class, () -> Training.resume(TrainingTestData.run(folder), Progress.NONE));
		Files.writeString(folder.resolve("state.pth"), "nothing");
		assertThrows(DrsformerException.class, () -> Training.resume(TrainingTestData.run(folder), Progress.NONE));
		Files.copy(Path.of("src/test/resources/fixtures/training_d8_plain/start.pth"), folder.resolve("other.pth"));
		Files.move(folder.resolve("other.pth"), folder.resolve("state.pth"), StandardCopyOption.REPLACE_EXISTING);
		assertTrue(
			assertThrows(DrsformerException.class, () -> Training.resume(TrainingTestData.run(folder), Progress.NONE))
				.getMessage()
				.contains("not the state of a training"));
	}
}
