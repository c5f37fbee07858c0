package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

/** Calls the command line as users do, in this JVM: real files, the real network, exit codes and sentences. */
class MainTest {

	@TempDir
	private Path folder;
	private Path rainy;
	private Path clean;
	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@BeforeEach
	void rainyFolder() throws IOException {
		rainy = Files.createDirectory(folder.resolve("rainy"));
		clean = folder.resolve("clean");
		write(rainy.resolve("a.png"), 24, 16);
		write(rainy.resolve("b.png"), 9, 5);
	}

	private static void write(final Path file, final int width, final int height) throws IOException {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				image.setRGB(x, y, 0x010203 * (17 * x + 31 * y & 63));
		assertTrue(ImageIO.write(image, "png", file.toFile()));
	}

	private int run(final Object... args) {
		final CommandLine line = Main.commandLine();
		line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
		return line.execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
	}

	private static byte[] bytes(final Path file) throws IOException {
		return Files.readAllBytes(file);
	}

	/** Returns all files but the manifest. */
	private static List<String> names(final Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map(file -> file.getFileName().toString())
				.filter(name -> !name.endsWith(".jsonl"))
				.sorted()
				.toList();
		}
	}

	@Test
	void derainsAFolder() throws IOException {
		assertEquals(0, run("derain", rainy, "-o", clean), err::toString);
		assertEquals(List.of("a.png", "b.png"), names(clean));
		final BufferedImage result = ImageIO.read(clean.resolve("b.png").toFile());
		assertEquals(9, result.getWidth());
		assertEquals(5, result.getHeight());
		assertTrue(err.toString().contains("2 images derained"), err.toString());
	}

	@Test
	void severalFoldersKeepTheirNames() throws IOException {
		final Path other = Files.createDirectory(folder.resolve("other"));
		write(other.resolve("a.png"), 8, 8);
		assertEquals(0, run("derain", rainy, other, "-o", clean), err::toString);
		assertEquals(List.of("a.png", "b.png"), names(clean.resolve("rainy")));
		assertEquals(List.of("a.png"), names(clean.resolve("other")));
	}

	@Test
	void optionsChangeHowNotWhat() throws IOException {
		assertEquals(0, run("derain", rainy.resolve("a.png"), "-o", clean), err::toString);
		assertEquals(0, run("derain", rainy.resolve("a.png"), "-o", folder.resolve("again"), "--device", "cpu",
			"--threads", "1", "--memory", "1m", "--range", "0..255", "--model", "compact"), err::toString);
		assertArrayEquals(bytes(clean.resolve("a.png")), bytes(folder.resolve("again").resolve("a.png")));
	}

	@Test
	void aBadFileDoesNotStopTheOthers() throws IOException {
		Files.writeString(rainy.resolve("aa.png"), "this is text");
		assertEquals(1, run("derain", rainy, folder.resolve("missing.png"), "-o", clean));
		assertEquals(List.of("a.png", "b.png"), names(clean));
		assertTrue(err.toString().contains("2 failed"), err.toString());
		assertTrue(err.toString().contains("aa.png") && err.toString().contains("missing.png"), err.toString());
		assertFalse(err.toString().contains("\tat "), "no stack trace");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--model=rain200x", "--device=tpu", "--memory=lots", "--threads=-1", "--threads=two",
		"--range=5", "--range=9..1", "--colour=red" })
	void badUsageIsASentenceAndWritesNothing(final String option) {
		assertEquals(2, run("derain", rainy, "-o", clean, option));
		assertTrue(
			err.toString().contains(option.substring(option.indexOf('=') + 1)) || err.toString().contains(option),
			err.toString());
		assertTrue(err.toString().contains("Help: drsformer derain --help"), err.toString());
		assertFalse(Files.exists(clean));
	}

	@Test
	void lacksArguments() {
		assertEquals(2, run());
		assertEquals(2, run("derain", rainy));
		assertEquals(2, run("derain", "-o", clean));
		assertEquals(2, run("undo"));
	}

	@Test
	void aFileIsNoOutputFolder() {
		assertEquals(2, run("derain", rainy, "-o", rainy.resolve("a.png")));
		assertTrue(err.toString().contains("a.png is a file"), err.toString());
	}

	@Test
	void anOutputFolderThatCannotBeMadeIsASentence() throws IOException {
		final Path file = Files.writeString(folder.resolve("file"), "");
		assertEquals(1, run("derain", rainy, "-o", file.resolve("below")));
		assertTrue(err.toString().contains("cannot be made"), err.toString());
	}

	/** Nobody, not even root, may write there: neither a folder nor a file in the existing folder. */
	@Test
	@EnabledOnOs(OS.LINUX)
	void nothingCanBeWrittenWhereNobodyMayWrite() {
		assertEquals(1, run("derain", rainy, "-o", "/proc/derained"));
		assertTrue(err.toString().contains("/proc/derained cannot be made or written to; choose one"), err.toString());
		err.getBuffer().setLength(0);
		assertEquals(1, run("derain", rainy, "-o", "/proc"));
		assertTrue(err.toString().contains("/proc"), err.toString());
		assertFalse(err.toString().contains("\tat "), "no stack trace");
	}

	@Test
	void listsTheModels() {
		assertEquals(0, run("models"), err::toString);
		assertTrue(
			out.toString().contains("compact (bundled)") && out.toString().contains("1,285,690 parameters")
				&& out.toString().contains("47079f239ef2b5d47756067475eb48ffbc99ebe6bd6e0ac6a9133d74ad96d817"),
			out.toString());
		assertEquals(0, run("models", "compact"));
		assertTrue(out.toString().contains("PSNR-Y / SSIM-Y"), "the card");
		assertEquals(1, run("models", "rain200x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "derain", "models", "metrics", "evaluate" })
	void helpAndVersionEverywhere(final String command) {
		final List<String> path = command.isEmpty() ? List.of() : List.of(command);
		assertEquals(0, run(Stream.concat(path.stream(), Stream.of("--help")).toArray()));
		assertTrue(out.toString().contains("Usage: drsformer"), out.toString());
		assertEquals(0, run(Stream.concat(path.stream(), Stream.of("--version")).toArray()));
		assertTrue(out.toString().contains("drsformer "), out.toString());
	}
}
