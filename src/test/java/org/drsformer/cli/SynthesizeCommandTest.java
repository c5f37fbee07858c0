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

	/** Makes pairs that evaluate accepts; 13 dB is the rain of test-images/heavy. */
	@Test
	void heavyRainEndToEnd() {
		final CommandLineRun made = run("--preset", "rain200h", "--seed", "3");
		assertEquals(0, made.code(), made.err());
		assertTrue(made.err().contains("5 pairs written into "), made.err());
		final CommandLineRun scored = CommandLineRun.of("evaluate", "--results", folder.resolve("pairs/input"),
			"--targets", folder.resolve("pairs/target"));
		assertEquals(0, scored.code(), scored.err());
		assertTrue(scored.out().matches("(?s).*\ninput +5 [^\n]*? 1[1-6]\\.\\d\\d .*"), scored.out());
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
}
