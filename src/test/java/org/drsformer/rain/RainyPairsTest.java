package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;

class RainyPairsTest {

	private static final RainSynthesizer HEAVY = new RainSynthesizer(RainPreset.RAIN200H, 1);

	@TempDir
	private Path folder;

	/** Collects all that it hears. */
	private static class Ears implements PairsListener {

		private final List<String> started = new ArrayList<>();
		private final List<Path> done = new ArrayList<>();
		private final List<String> failed = new ArrayList<>();
		private double fraction;

		@Override
		public void update(final double share) {
			assertTrue(share >= fraction);
			fraction = share;
		}

		@Override
		public void started(final Path clean, final int number, final int count) {
			started.add(number + "/" + count);
		}

		@Override
		public void done(final Path clean, final Path rainy) {
			done.add(rainy);
		}

		@Override
		public void failed(final Path clean, final String sentence) {
			failed.add(sentence);
		}
	}

	private Path image(final String name, final int bits, final int slices) {
		final ImagePlus image = IJ.createImage("x", 24, 20, slices, bits);
		image.getProcessor().set(3, 3, 100);
		final Path file = folder.resolve("clean").resolve(name);
		file.getParent().toFile().mkdirs();
		ImageFiles.write(image, file);
		return file;
	}

	private List<String> names(final String pairs, final String part) throws IOException {
		try (var files = Files.list(folder.resolve(pairs).resolve(part))) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void pairsKeepWhatTheirImageIs() throws IOException {
		image("gray.png", 8, 1);
		image("deep.png", 16, 1);
		image("color.jpg", 24, 1);
		image("old.bmp", 24, 1);
		image("film.tif", 16, 3);
		image("real.tif", 32, 1);
		final Ears ears = new Ears();
		assertEquals(6, RainyPairs.plan(List.of(folder.resolve("clean")), folder.resolve("pairs")).run(HEAVY, ears));
		final List<String> names = List.of("color.png", "deep.png", "film.tif", "gray.png", "old.png", "real.tif");
		assertEquals(names, names("pairs", "input"));
		assertEquals(names, names("pairs", "target"));
		assertEquals(List.of("1/6", "2/6", "3/6", "4/6", "5/6", "6/6"), ears.started);
		assertEquals(1, ears.fraction);
		for (final String name : names) {
			final ImagePlus clean = ImageFiles.read(folder.resolve("pairs/target").resolve(name));
			final ImagePlus rainy = ImageFiles.read(folder.resolve("pairs/input").resolve(name));
			assertEquals(clean.getType(), rainy.getType());
			assertArrayEquals(clean.getDimensions(), rainy.getDimensions());
		}
		assertEquals(100, ImageFiles.read(folder.resolve("pairs/target/deep.png")).getProcessor().get(3, 3));
	}

	@Test
	void rainDependsOnNameAndSeedAlone() throws IOException {
		final Path cat = image("cat.png", 8, 1);
		final Path dog = image("dog.png", 8, 1);
		RainyPairs.plan(List.of(cat, dog), folder.resolve("both")).run(HEAVY, new Ears());
		RainyPairs.plan(List.of(dog), folder.resolve("one")).run(HEAVY, new Ears());
		assertArrayEquals(pixels("both", "dog"), pixels("one", "dog"));
		assertFalse(Arrays.equals(pixels("both", "dog"), pixels("both", "cat")));
		RainyPairs.plan(List.of(dog), folder.resolve("other"))
			.run(new RainSynthesizer(RainPreset.RAIN200H, 2), new Ears());
		assertFalse(Arrays.equals(pixels("other", "dog"), pixels("one", "dog")));
	}

	private byte[] pixels(final String pairs, final String name) {
		return (byte[]) ImageFiles.read(folder.resolve(pairs).resolve("input").resolve(name + ".png"))
			.getProcessor()
			.getPixels();
	}

	@Test
	void badFilesDoNotStopTheOthers() throws IOException {
		final Path good = image("good.png", 8, 1);
		final Path bad = Files.writeString(folder.resolve("bad.png"), "no image");
		final Path nan = folder.resolve("nan.tif");
		final ImagePlus hole = IJ.createImage("x", 8, 8, 1, 32);
		hole.getProcessor().setf(0, Float.NaN);
		ImageFiles.write(hole, nan);
		final Path empty = Files.createDirectory(folder.resolve("empty"));
		final Ears ears = new Ears();
		assertEquals(1,
			RainyPairs.plan(List.of(bad, folder.resolve("none.png"), nan, empty, good), folder.resolve("pairs"))
				.run(HEAVY, ears));
		assertEquals(4, ears.failed.size());
		for (final Path path : List.of(bad, nan, empty, folder.resolve("none.png")))
			assertTrue(ears.failed.stream().anyMatch(sentence -> sentence.contains(path.toString())), path.toString());
		assertEquals(List.of("good.png"), names("pairs", "input"));
		assertEquals(List.of("good.png"), names("pairs", "target"));
	}

	@Test
	void nothingToMakeLeavesNothingBehind() {
		final Ears ears = new Ears();
		assertEquals(0, RainyPairs.plan(List.of(folder.resolve("none.png")), folder.resolve("pairs")).run(HEAVY, ears));
		assertEquals(1, ears.failed.size());
		assertFalse(Files.exists(folder.resolve("pairs")));
	}

	@Test
	void aPairIsWholeOrNotThere() throws IOException {
		final Path good = image("good.png", 8, 1);
		Files.createDirectories(folder.resolve("pairs/input/good.png/in-the-way"));
		final Ears ears = new Ears();
		assertEquals(0, RainyPairs.plan(List.of(good), folder.resolve("pairs")).run(HEAVY, ears));
		assertEquals(1, ears.failed.size());
		assertEquals(List.of(), names("pairs", "target"));
	}

	/**
	 * A failure leaves the pair of an earlier run as it was: training must not get images that do not belong together.
	 */
	@Test
	void aPairOfBeforeStays() throws IOException {
		final Path good = image("good.png", 8, 1);
		final RainyPairs pairs = RainyPairs.plan(List.of(good), folder.resolve("pairs"));
		assertEquals(1, pairs.run(HEAVY, new Ears()));
		final byte[] target = Files.readAllBytes(folder.resolve("pairs/target/good.png"));
		Files.delete(folder.resolve("pairs/input/good.png"));
		Files.createDirectories(folder.resolve("pairs/input/good.png/in-the-way"));
		image("good.png", 24, 1);
		assertEquals(0, pairs.run(HEAVY, new Ears()));
		assertArrayEquals(target, Files.readAllBytes(folder.resolve("pairs/target/good.png")));
		assertEquals(List.of("input", "target"), names("pairs", ""));
	}

	@Test
	void imagesOfOneNameFailAlone() throws IOException {
		final Path cat = image("cat.png", 8, 1);
		final Path other = image("Cat.jpg", 24, 1);
		final Path dog = image("dog.png", 8, 1);
		final Ears ears = new Ears();
		assertEquals(1, RainyPairs.plan(List.of(cat, other, dog, dog), folder.resolve("pairs")).run(HEAVY, ears));
		assertEquals(List.of("dog.png"), names("pairs", "target"));
		assertEquals(2, ears.failed.size());
		for (final String sentence : ears.failed)
			assertTrue(sentence.contains("Both " + cat + " and " + other + " would become a pair called"), sentence);
	}

	private void refused(final String part, final List<Path> inputs, final Path output) {
		final String message = assertThrows(DrsformerException.class, () -> RainyPairs.plan(inputs, output))
			.getMessage();
		assertTrue(message.contains(part), message);
	}

	@Test
	void plansThatCannotBe() throws IOException {
		final Path cat = image("cat.png", 8, 1);
		final Path other = image("Cat.jpg", 24, 1);
		refused("is a file", List.of(cat), other);
		RainyPairs.plan(List.of(cat), folder.resolve("pairs")).run(HEAVY, new Ears());
		refused("where pairs are written", List.of(folder.resolve("pairs/target")), folder.resolve("pairs"));
		Files.writeString(folder.resolve("file"), "");
		final RainyPairs nowhere = RainyPairs.plan(List.of(cat), folder.resolve("file/pairs"));
		assertThrows(DrsformerException.class, () -> nowhere.run(HEAVY, new Ears()));
	}

	@Test
	void cancelling() throws IOException {
		image("a.png", 8, 1);
		image("b.png", 8, 1);
		final Ears impatient = new Ears() {

			@Override
			public void update(final double share) {
				if (share >= 0.5)
					throw new CancellationException();
			}
		};
		final RainyPairs pairs = RainyPairs.plan(List.of(folder.resolve("clean")), folder.resolve("pairs"));
		assertThrows(CancellationException.class, () -> pairs.run(HEAVY, impatient));
		assertEquals(names("pairs", "target"), names("pairs", "input"));
	}
}
