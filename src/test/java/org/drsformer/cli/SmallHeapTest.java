package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.drsformer.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Checks programs with too little memory: they report that in a sentence, never as a damaged file, and without a stack
 * trace.
 */
class SmallHeapTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "bmp" })
	void anImageThatDoesNotFitIsNotCalledDamaged(final String format) throws Exception {
		final Path image = folder.resolve("large." + format);
		ImageIO.write(new BufferedImage(5000, 3000, BufferedImage.TYPE_INT_RGB), format, image.toFile());
		final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx32m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName(),
			"metrics", image.toString(), image.toString()).redirectErrorStream(true).start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertTrue(process.waitFor() != 0 && said.contains("Java does not have enough memory for the image " + image)
			&& !said.contains("\tat "), said);
	}

	@Command(name = "large")
	private static final class Large implements Runnable {

		@Override
		public void run() {
			throw new OutOfMemoryError("Java heap space");
		}
	}

	@Test
	void anythingElseThatDoesNotFitIsASentence() {
		final var err = new java.io.StringWriter();
		final int code = Main.handled(new CommandLine(new Large())).setErr(new java.io.PrintWriter(err)).execute();
		assertEquals(ExitCode.FAILED, code);
		assertTrue(err.toString().startsWith("Java does not have enough memory for this (at most ")
			&& err.toString().lines().count() == 1, err.toString());
	}
}
