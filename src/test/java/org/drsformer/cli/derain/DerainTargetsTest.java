package org.drsformer.cli.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.TestImages;
import org.drsformer.metric.noreference.GoldenScores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the command {@code derain --targets}, which shows by how much deraining improves the scores. */
class DerainTargetsTest {

	@TempDir
	private Path folder;
	private Path rainy;
	private Path targets;
	private Path derained;

	@BeforeEach
	void folders() throws IOException {
		rainy = Files.createDirectory(folder.resolve("rainy"));
		targets = Files.createDirectory(folder.resolve("targets"));
		derained = folder.resolve("derained");
	}

	@Test
	void scoresImagesWithACleanTwinBeforeAndAfter() {
		TestImages.gray(rainy.resolve("a.png"), 24, 16, 9);
		TestImages.gray(rainy.resolve("b.png"), 24, 16, 5);
		TestImages.gray(rainy.resolve("c.png"), 24, 16, 9);
		TestImages.gray(targets.resolve("a.tif"), 24, 16, 0);
		TestImages.gray(targets.resolve("b.png"), 24, 16, 0);
		final CommandLineRun run = CommandLineRun.of("derain", rainy, "-o", derained, "--targets", targets,
			"--protocol", "did-ddn");
		assertEquals(0, run.code(), run::err);
		final String[] lines = run.lines();
		assertEquals(4, lines.length, run.out());
		assertTrue(lines[0].matches("protocol did-ddn +PSNR before +after +SSIM before +after"), run.out());
		assertTrue(lines[3].startsWith("mean of 2 "), run.out());
		assertTrue(
			run.err().contains("no target") && run.err().contains("1 without a target: " + rainy.resolve("c.png")),
			run.err());
		assertEquals(columns(lines[1])[0], metric(rainy.resolve("a.png")));
		assertEquals(columns(lines[1])[1], metric(derained.resolve("a.png")));
	}

	/** Returns the numbers behind the name of the image. */
	private static String[] columns(final String line) {
		final String[] cells = line.split(" {2,}");
		return new String[] { cells[1], cells[2] };
	}

	private String metric(final Path image) {
		final String text = CommandLineRun.of("metrics", image, targets.resolve("a.tif"), "--protocol", "did-ddn")
			.out();
		return text.substring(text.indexOf("PSNR ") + 5, text.indexOf(" dB"));
	}

	@Test
	void imagesWithoutATwinAreNoFailure() {
		TestImages.gray(rainy.resolve("a.png"), 24, 16, 9);
		TestImages.gray(targets.resolve("b.png"), 24, 16, 0);
		final CommandLineRun run = CommandLineRun.of("derain", rainy, "-o", derained, "--targets", targets);
		assertEquals(0, run.code(), run::err);
		assertTrue(run.out().isEmpty(), run.out());
	}

	@Test
	void aTwinOfAnotherSizeIsAFailureButTheImageIsDerained() {
		TestImages.gray(rainy.resolve("a.png"), 24, 16, 9);
		TestImages.gray(targets.resolve("a.png"), 20, 16, 0);
		final CommandLineRun run = CommandLineRun.of("derain", rainy, "-o", derained, "--targets", targets);
		assertEquals(1, run.code());
		assertTrue(run.err().contains("1 not scored:") && run.err().contains("differ in size"), run.err());
		assertTrue(Files.exists(derained.resolve("a.png")));
	}

	@Test
	void niqeBeforeAndAfterNeedsNoTargets() throws IOException {
		final Path fixture = GoldenScores.of("raccoon_two_blocks_96x192").file();
		Files.copy(fixture, rainy.resolve("a.png"));
		final CommandLineRun run = CommandLineRun.of("derain", rainy, "-o", derained, "--protocol", "niqe");
		assertEquals(0, run.code(), run::err);
		final String[] lines = run.lines();
		assertEquals(3, lines.length, run.out());
		assertTrue(lines[0].matches("protocol niqe +NIQE before +after"), run.out());
		assertEquals("6.5313", columns(lines[1])[0]);
		assertEquals(CommandLineRun.of("metrics", derained.resolve("a.png"), "--protocol", "niqe").out().strip(),
			"niqe: NIQE " + columns(lines[1])[1]);
		assertTrue(run.err().contains("NIQE 6.5313 -> " + columns(lines[1])[1]), run.err());
		assertTrue(lines[2].matches("mean of 1 +6.5313 .*"), run.out());
	}

	@Test
	void niqeStandsBesideTheScoresAgainstTargets() throws IOException {
		final Path fixture = GoldenScores.of("raccoon_two_blocks_96x192").file();
		Files.copy(fixture, rainy.resolve("a.png"));
		Files.copy(fixture, rainy.resolve("b.png"));
		Files.copy(fixture, targets.resolve("a.png"));
		TestImages.gray(rainy.resolve("small.png"), 24, 16, 9);
		TestImages.gray(targets.resolve("small.png"), 24, 16, 0);
		final CommandLineRun run = CommandLineRun.of("derain", rainy, "-o", derained, "--targets", targets,
			"--protocol", "niqe");
		assertEquals(1, run.code(), "one image is too small");
		assertTrue(run.err().contains("small.png: NIQE needs at least two whole blocks"), run.err());
		final String[] lines = run.lines();
		assertTrue(
			lines[0].matches("protocol rain200-spa, niqe +PSNR before +after +SSIM before +after +NIQE before +after"),
			run.out());
		assertTrue(lines[1].matches(".*a.png +Infinity .* 6.5313 +[0-9.]+"), run.out());
		assertTrue(lines[2].matches(".*b.png +- +- +- +- +6.5313 +[0-9.]+"), run.out());
		assertTrue(lines[3].matches(".*small.png +[0-9.]+ +[0-9.]+ +[0-9.]+ +[0-9.]+ +- +-"), "the PSNR is not lost");
		assertTrue(lines[4].matches("mean of 3, without infinite PSNR .*6.5313 +[0-9.]+"), run.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--protocol=psnr", "--protocol=did-ddn", "--targets=nowhere" })
	void badUsageIsASentenceAndWritesNothing(final String option) {
		TestImages.gray(rainy.resolve("a.png"), 24, 16, 9);
		final CommandLineRun run = CommandLineRun.of("derain", rainy, "-o", derained, option);
		assertEquals(2, run.code());
		assertTrue(run.err().contains(option.substring(option.indexOf('=') + 1)), run.err());
		assertFalse(Files.exists(derained));
	}
}
