package org.drsformer.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/** Tests that a folder needs no more memory than a few of its pairs: in a JVM whose heap holds only these. */
class EvaluationMemoryTest {

	private static final int PAIRS = 80;

	/** With this size, the RGB pixels of all pairs need 83 MB. */
	private static final int SIZE = 360;
	private static final String HEAP = "-Xmx40m";

	@TempDir
	private Path folder;

	@Test
	@Timeout(120)
	void manyPairsInAHeapOfAFew() throws Exception {
		final Path results = copies("results", 0x102030);
		final Path targets = copies("targets", 0x112131);
		final Path log = folder.resolve("log");
		final Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			HEAP, "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), "org.drsformer.cli.Main",
			"evaluate", "--results", results.toString(), "--targets", targets.toString(), "--threads", "2", "--json",
			folder.resolve("report.json").toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		assertEquals(true, java.waitFor(100, TimeUnit.SECONDS));
		assertEquals(0, java.exitValue(), () -> text(log));
	}

	/** Writes the same image under many names. */
	private Path copies(final String name, final int color) throws IOException {
		final Path copies = Files.createDirectory(folder.resolve(name));
		final ColorProcessor image = new ColorProcessor(SIZE, SIZE);
		for (int i = 0; i < SIZE * SIZE; i++)
			image.set(i, color + i % 200);
		final Path file = folder.resolve(name + ".png");
		ImageFiles.write(new ImagePlus(name, image), file);
		for (int i = 0; i < PAIRS; i++)
			Files.copy(file, copies.resolve(i + ".png"));
		return copies;
	}

	private static String text(final Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			return exc.toString();
		}
	}
}
