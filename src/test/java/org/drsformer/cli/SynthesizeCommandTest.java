package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesizeCommandTest {

	@TempDir
	private Path folder;

	private CommandLineRun run(final Object... options) {
		final Object[] args = new Object[options.length + 4];
		System.arraycopy(new Object[] { "synthesize", Path.of("test-images/clean"), "-o", folder.resolve("pairs") }, 0,
			args, 0, 4);
		System.arraycopy(options, 0, args, 4, options.length);
		return CommandLineRun.of(args);
	}

	/** Pairs as evaluate takes them; 13 dB is the rain of Rain200H. */
	@Test
	void heavyRainEndToEnd() {
		final CommandLineRun made = run("--preset", "rain200h", "--seed", "3");
		assertEquals(0, made.code(), made.err());
		assertTrue(made.err().contains("5 pairs written into "), made.err());
		final CommandLineRun scored = CommandLineRun.of("evaluate", "--results", folder.resolve("pairs/input"),
			"--targets", folder.resolve("pairs/target"));
		assertEquals(0, scored.code(), scored.err());
		assertTrue(scored.out().matches("(?s).*\ninput +5 [^\n]*? 1[1-7]\\.\\d\\d .*"), scored.out());
	}

	@Test
	void theSameSeedIsTheSameRain() throws IOException {
		final Path cat = folder.resolve("pairs/input/cat.png");
		run("--level", "0.7", "--seed", "-5", "--blending", "screen");
		final byte[] first = Files.readAllBytes(cat);
		run("--level", "0.7", "--seed", "-5", "--blending", "screen");
		assertEquals(-1, Arrays.mismatch(first, Files.readAllBytes(cat)));
		run("--level", "0.7", "--seed", "-6", "--blending", "screen");
		assertFalse(Arrays.equals(first, Files.readAllBytes(cat)));
	}

	@Test
	void aMissingFileIsToldAndTheRestDone() {
		final CommandLineRun made = run("nothing.png");
		assertEquals(1, made.code());
		assertTrue(made.err().contains("1 failed:"), made.err());
		assertTrue(made.err().contains("There is no file or folder nothing.png."), made.err());
		assertTrue(Files.exists(folder.resolve("pairs/input/rocket.png")));
	}

	@ParameterizedTest
	@CsvSource({ "--level,1.5,level 1.5", "--level,much,much", "--preset,snow,snow", "--blending,glue,glue",
		"--seed,1.5,1.5" })
	void badValues(final String option, final String value, final String part) {
		final CommandLineRun made = run(option, value);
		assertEquals(2, made.code());
		assertTrue(made.err().contains(part), made.err());
		assertFalse(made.err().contains("\tat "), made.err());
		assertFalse(Files.exists(folder.resolve("pairs")));
	}

	@Test
	void aLevelOrAPreset() {
		final CommandLineRun made = run("--level", "0.5", "--preset", "mixed");
		assertEquals(2, made.code());
		assertTrue(made.err().contains("mutually exclusive"), made.err());
	}

	@Test
	void streaksForExperiments() {
		final CommandLineRun made = run("--angle", "-25", "--length", "40..60", "--width", "2", "--density", "0.2",
			"--brightness", "0.3", "--jitter", "0");
		assertEquals(0, made.code(), made.err());
		final CommandLineRun described = CommandLineRun.of("synthesize", "--describe", folder.resolve("pairs/input"),
			folder.resolve("pairs/target"));
		assertEquals(0, described.code(), described.err());
		assertTrue(described.out().startsWith("rain layer (rainy - clean)"), described.out());
		assertTrue(described.out().contains("5 pairs  Rain200L  Rain200H"), described.out());
		assertTrue(described.out().matches("(?s).*angle from the vertical, degrees +2[45]\\.\\d +28\\.0 .*"),
			described.out());
	}

	@ParameterizedTest
	@CsvSource({ "--angle,steep,There is no angle", "--density,-1,There is no density",
		"--length,9..1,There is no length" })
	void badStreaks(final String option, final String value, final String part) {
		final CommandLineRun made = run(option, value);
		assertEquals(2, made.code());
		assertTrue(made.err().contains(part), made.err());
		assertFalse(Files.exists(folder.resolve("pairs")));
	}

	@Test
	void aLevelHasNoAngle() {
		final CommandLineRun made = run("--level", "0.5", "--angle", "10");
		assertEquals(2, made.code());
		assertTrue(made.err().contains("choose the preset rain200l or rain200h"), made.err());
	}

	@Test
	void onePairIsDescribedToo() {
		final CommandLineRun described = CommandLineRun.of("synthesize", "--describe", "test-images/light/cat.png",
			"test-images/clean/cat.png");
		assertEquals(0, described.code(), described.err());
		assertTrue(described.out().contains("1 pair  Rain200L"), described.out());
	}

	@ParameterizedTest
	@CsvSource({ "nothing.png, test-images/clean/cat.png, 1, There is no file or folder nothing.png",
		"test-images/light, test-images/clean/cat.png, 1, is a folder",
		"test-images/light/cat.png, test-images/clean/raccoon.png, 1, a pair is of one size",
		"test-images/light, src, 1, has no image of the name of" })
	void whatCannotBeDescribedIsASentence(final String rainy, final String clean, final int code, final String part) {
		final CommandLineRun described = CommandLineRun.of("synthesize", "--describe", rainy, clean);
		assertEquals(code, described.code(), described.err());
		assertTrue(described.err().contains(part), described.err());
		assertFalse(described.err().contains("\tat "), described.err());
	}

	@Test
	void pairsNeedAFolder() {
		final CommandLineRun made = CommandLineRun.of("synthesize", "test-images/clean");
		assertEquals(2, made.code());
		assertTrue(made.err().contains("Missing required option: '--output=DIR'"), made.err());
	}
}
