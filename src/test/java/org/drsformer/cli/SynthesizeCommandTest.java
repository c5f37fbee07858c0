package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;

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

	/** The evaluate command accepts the pairs. The rain of Rain200H gives about 13 dB. */
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
		assertTrue(described.out().contains("5 pairs  Rain200L (200)  Rain200H (6)  Rain100H (34)"), described.out());
		assertTrue(described.out().matches("(?s).*angle from the vertical, degrees +2[45]\\.\\d +28\\.0 .*"),
			described.out());
	}

	@ParameterizedTest
	@CsvSource(value = { "--angle|steep|The angle \"steep\" of the rain is invalid",
		"--density|-1|The density \"-1\" of the rain is invalid",
		"--length|9..1|The length \"9..1\" of the rain is invalid" }, delimiter = '|')
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
		"test-images/light/cat.png, test-images/clean/raccoon.png, 1, must have the same size",
		"test-images/light, src, 1, The folder src has no images in it",
		"test-images/light, src/doc, 1, has no partner with the same name in src/doc" })
	void whatCannotBeDescribedIsASentence(final String rainy, final String clean, final int code, final String part) {
		final CommandLineRun described = CommandLineRun.of("synthesize", "--describe", rainy, clean);
		assertEquals(code, described.code(), described.err());
		assertTrue(described.err().contains(part), described.err());
		assertFalse(described.err().contains("\tat "), described.err());
	}

	@Test
	void imagesOfDataSetsAreDescribedByTheirNumbers() throws IOException {
		for (final String set : List.of("light", "clean")) {
			Files.createDirectories(folder.resolve(set));
			final String prefix = set.equals("light") ? "rain-00" : "norain-";
			Files.copy(Path.of("test-images", set, "cat.png"), folder.resolve(set + "/" + prefix + "1.png"));
			Files.copy(Path.of("test-images", set, "rocket.png"), folder.resolve(set + "/" + prefix + "2.png"));
		}
		final CommandLineRun described = CommandLineRun.of("synthesize", "--describe", folder.resolve("light"),
			folder.resolve("clean"));
		assertEquals(0, described.code(), described.err());
		assertTrue(described.out().contains("2 pairs  Rain200L"), described.out());
	}

	@ParameterizedTest
	@CsvSource({ "-o DIR --seed 3,'--output, --seed'", "--preset rain200h,--preset", "--level 0.5,--level",
		"--blending screen,--blending", "--angle 20,--angle" })
	void whatHasNoEffectOnADescriptionIsRefused(final String options, final String names) {
		final CommandLineRun described = CommandLineRun
			.of((Object[]) ("synthesize --describe test-images/light test-images/clean " +
				options.replace("DIR", folder.resolve("pairs").toString())).split(" "));
		assertEquals(2, described.code());
		assertTrue(described.err().contains("--describe makes no rain; leave out " + names + "."), described.err());
		assertFalse(Files.exists(folder.resolve("pairs")));
	}

	/** The commands are those of provenance.json. */
	@ParameterizedTest
	@CsvSource({ "light,rain200l,41", "heavy,rain200h,42" })
	void testImagesAreMadeAsTheirProvenanceTells(final String set, final String preset, final String seed)
		throws IOException
	{
		assertTrue(Files.readString(Path.of("test-images/provenance.json"))
			.contains("\"" + set + "\": \"drsformer synthesize test-images/clean -o DIR --preset " + preset +
				" --seed " + seed));
		final CommandLineRun made = CommandLineRun.of("synthesize", "test-images/clean", "-o", folder.resolve("pairs"),
			"--preset", preset, "--seed", seed);
		assertEquals(0, made.code(), made.err());
		for (final String name : List.of("astronaut", "cat", "coffee", "raccoon", "rocket")) {
			final ImagePlus rainy = ImageFiles.read(folder.resolve("pairs/input/" + name + ".png"));
			final ImagePlus expected = ImageFiles.read(Path.of("test-images", set, name + ".png"));
			assertArrayEquals((int[]) expected.getProcessor().getPixels(), (int[]) rainy.getProcessor().getPixels(),
				name);
		}
	}

	@Test
	void pairsNeedAFolder() {
		final CommandLineRun made = CommandLineRun.of("synthesize", "test-images/clean");
		assertEquals(2, made.code());
		assertTrue(made.err().contains("Missing required option: '--output=DIR'"), made.err());
	}
}
