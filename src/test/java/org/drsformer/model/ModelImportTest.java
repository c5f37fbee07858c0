package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.FixtureWeights;
import org.drsformer.SafetensorsFile;
import org.drsformer.checkpoint.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelImportTest {

	private static final Path CHECKPOINT = Path.of("src/test/resources/fixtures/d8_plain/deraining.pth");
	private static final Path OTHER = Path.of("src/test/resources/fixtures/d16_mefc/deraining.pth");

	@TempDir
	private Path folder;
	private ModelLibrary library;

	@BeforeEach
	void library() {
		library = new ModelLibrary(folder.resolve("models"));
	}

	private static String refusal(final Executable work) {
		return assertThrows(DrsformerException.class, work).getMessage();
	}

	private List<String> files() throws IOException {
		if (!Files.exists(library.folder()))
			return List.of();
		try (Stream<Path> files = Files.list(library.folder())) {
			return files.map(file -> file.getFileName().toString())
				.filter(name -> !name.equals(".lock"))
				.sorted()
				.toList();
		}
	}

	@Test
	void importsTheWholeFileWithItsHashAndCard() throws IOException {
		final Model imported = library.importFile(CHECKPOINT, "own");
		assertEquals(List.of("own.md", "own.pth", "own.pth.sha256"), files());
		assertArrayEquals(Files.readAllBytes(CHECKPOINT), Files.readAllBytes(library.folder().resolve("own.pth")));
		assertEquals(imported.sha256() + "  own.pth\n", Files.readString(library.folder().resolve("own.pth.sha256")));
		final String card = library.find("own").card().orElseThrow();
		assertTrue(card.contains(imported.sha256()) && card.contains("299,782 parameters")
			&& card.contains(CHECKPOINT.toString()), card);
		assertEquals(List.of("compact", "own"), library.names());
	}

	@Test
	void withoutANameItIsCalledAsItsFile() throws IOException {
		final Path file = Files.copy(CHECKPOINT, folder.resolve("Night-Rain.pth"));
		assertEquals("night-rain", library.importFile(file, "").name());
	}

	@Test
	void theSameFileCanBeImportedAgainButAnotherModelIsNotReplaced() throws IOException {
		final Model first = library.importFile(CHECKPOINT, "own");
		assertEquals(first.sha256(), library.importFile(CHECKPOINT, "own").sha256());
		final String sentence = refusal(() -> library.importFile(OTHER, "own"));
		assertTrue(sentence.contains("another model called own"), sentence);
		assertEquals(first.sha256(), library.find("own").sha256());
		assertFalse(library.verify("own").changed());
	}

	@Test
	void aFilePutThereByHandGetsItsRecord() throws IOException {
		Files.createDirectories(library.folder());
		final Path file = Files.copy(CHECKPOINT, library.folder().resolve("own.pth"));
		assertTrue(library.verify("own").recorded().isEmpty());
		assertTrue(library.verify("own").sentence().contains("by hand"));
		library.importFile(file, "");
		assertEquals(List.of("own.md", "own.pth", "own.pth.sha256"), files());
		assertTrue(library.verify("own").sentence().startsWith("own: unchanged"));
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "rain200l", "rain200h", "did", "ddn", "spa", "restormer-derain", "restormer-gray-denoise-blind" })
	void aPublishedNameIsForThatModelOnly(final String name) throws IOException {
		final String sentence = refusal(() -> library.importFile(CHECKPOINT, name));
		assertTrue(
			sentence.contains(CHECKPOINT.toString()) && sentence.contains("dim 8") && sentence.contains("dim 48"),
			sentence);
		assertEquals(List.of(), files());
	}

	/** The checkpoint has the full size, as the authors' file. */
	@Test
	void aCheckpointOfThePublishedVariantIsAccepted() throws IOException {
		final Path file = folder.resolve("deraining.pth");
		FixtureWeights.generate("fixtures/full48_mefc/manifest.json").write(file);
		final Model imported = library.importFile(file, "rain200h");
		assertEquals("rain200h", imported.name());
		assertTrue(imported.card().orElseThrow().contains("PSNR 32.17 dB, SSIM 0.9326"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "compact", "import", "Rain", "my rain", "../rain", "a/b", "rain.pth", "\u96e8", "-x" })
	void namesAreOneWord(final String name) throws IOException {
		assertTrue(refusal(() -> library.importFile(CHECKPOINT, name)).contains(name));
		assertEquals(List.of(), files());
	}

	@Test
	void otherFilesAreRefused() throws IOException {
		final Path text = Files.writeString(folder.resolve("text.pth"), "this is text");
		assertTrue(refusal(() -> library.importFile(text, "")).contains("text.pth"));
		assertTrue(refusal(() -> library.importFile(folder.resolve("missing.pth"), "own")).contains("missing.pth"));
		assertEquals(List.of(), files());
	}

	/** A pipe might never end. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void aPipeOrDeviceIsASentence() throws IOException, InterruptedException {
		final Path pipe = folder.resolve("pipe.pth");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		for (final String path : List.of(pipe.toString(), "/dev/zero", folder.toString()))
			assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
				assertTrue(refusal(() -> library.importFile(Path.of(path), "own")).contains(path + " is not a file"));
				assertTrue(refusal(() -> library.find(path)).contains(path + " is not a file"));
			});
		library.importFile(CHECKPOINT, "own");
		Files.delete(library.folder().resolve("own.pth.sha256"));
		Files.move(pipe, library.folder().resolve("own.pth.sha256"));
		assertTimeoutPreemptively(Duration.ofSeconds(20),
			() -> assertTrue(refusal(() -> library.find("own")).contains("own.pth.sha256")));
	}

	/** The safetensors file holds the same weights as the file of PyTorch. */
	@Test
	void safetensorsKeepTheirEnding() throws IOException {
		final Path file = folder.resolve("Other.safetensors");
		final Checkpoint weights = Checkpoint.read(CHECKPOINT);
		SafetensorsFile.write(file, weights);
		final Model imported = library.importFile(file, "");
		assertEquals("other", imported.name());
		assertEquals(List.of("other.md", "other.safetensors", "other.safetensors.sha256"), files());
		assertEquals(List.of("compact", "other"), library.names());
		weights.tensors()
			.forEach((name, tensor) -> assertArrayEquals(tensor.data(),
				library.find("other").checkpoint().tensors().get(name).data(), name));
		assertTrue(library.verify("other").sentence().startsWith("other: unchanged"));
		assertTrue(refusal(() -> library.importFile(CHECKPOINT, "other")).contains("another model called other"));
		library.remove("other");
		assertEquals(List.of(), files());
	}

	@Test
	void theNextImportRemovesTheFilesOfAKilledOne() throws IOException {
		Files.createDirectories(library.folder());
		final Path part = Files
			.createFile(library.folder().resolve(".own.pth.00000000-0000-0000-0000-000000000000.part"));
		library.importFile(CHECKPOINT, "own");
		assertFalse(Files.exists(part));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aFolderThatCannotBeMadeIsASentence() {
		assertTrue(refusal(() -> new ModelLibrary(Path.of("/proc/models")).importFile(CHECKPOINT, "own"))
			.contains("/proc/models, cannot be made"));
	}

	@Test
	void aChangedFileIsRefused() throws IOException {
		final String before = library.importFile(CHECKPOINT, "own").sha256();
		Files.copy(OTHER, library.folder().resolve("own.pth"), StandardCopyOption.REPLACE_EXISTING);
		final String sentence = refusal(() -> library.find("own"));
		assertTrue(sentence.contains("own.pth") && sentence.contains("has changed since it was imported")
			&& sentence.contains(before), sentence);
		assertTrue(library.verify("own").changed());
		assertTrue(library.verify("own").sentence().contains("CHANGED"));
		library.remove("own");
		assertEquals("own", library.importFile(OTHER, "own").name());
	}

	@Test
	void aDamagedRecordIsRefused() throws IOException {
		library.importFile(CHECKPOINT, "own");
		Files.writeString(library.folder().resolve("own.pth.sha256"), "?");
		assertTrue(refusal(() -> library.find("own")).contains("own.pth.sha256"));
		assertTrue(refusal(() -> library.verify("own")).contains("own.pth.sha256"));
	}

	@Test
	void removesAllOfAModel() throws IOException {
		library.importFile(CHECKPOINT, "own");
		library.remove("own");
		assertEquals(List.of(), files());
		assertTrue(refusal(() -> library.remove("own")).contains("There is no model \"own\""));
		assertTrue(refusal(() -> library.remove("compact")).contains("cannot be removed"));
	}

	@Test
	void theBundledModelIsVerifiedToo() {
		assertTrue(library.verify("compact").sentence().startsWith("compact: unchanged"));
	}

	@Test
	void tellsHowToGetAPublishedModel() {
		final String sentence = refusal(() -> library.find("rain200h"));
		assertTrue(sentence.contains("https://drive.google.com/") && sentence.contains("import it under this name"),
			sentence);
	}
}
