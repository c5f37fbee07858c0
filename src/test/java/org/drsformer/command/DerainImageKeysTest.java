package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.process.ShortProcessor;

/** Checks every key of the command, and its messages for unknown values. */
class DerainImageKeysTest {

	private static final int SIZE = 16;

	private static Commands commands;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		commands = new Commands();
	}

	@AfterAll
	static void stop() {
		commands.close();
	}

	/** Returns a 16-bit image with a label for each time point. */
	private static ImagePlus film(final int frames) {
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		for (int i = 1; i <= frames; i++) {
			final ShortProcessor plane = new ShortProcessor(SIZE, SIZE);
			final Random random = new Random(i);
			for (int p = 0; p < SIZE * SIZE; p++)
				plane.set(p, random.nextInt(4096));
			stack.addSlice("t" + i, plane);
		}
		final ImagePlus image = new ImagePlus("film.tif", stack);
		image.setDimensions(1, 1, frames);
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = 0.25;
		return image;
	}

	private CommandModule run(final ImagePlus image, final Object... keys) throws Exception {
		return commands.run(DerainImage.class,
			Stream.concat(Stream.of("image", image, "device", "cpu"), Stream.of(keys)).toArray());
	}

	private ImagePlus derained(final ImagePlus image, final Object... keys) throws Exception {
		final CommandModule module = run(image, keys);
		assertFalse(module.isCanceled(), module.getCancelReason());
		return (ImagePlus) module.getOutput("derained");
	}

	@Test
	void planes() throws Exception {
		final ImagePlus rainy = film(4);
		final ImagePlus all = derained(rainy);
		rainy.setPosition(3);
		final ImagePlus current = derained(rainy, "planes", "current");
		assertEquals(1, current.getStackSize());
		assertEquals("t3", current.getStack().getSliceLabel(1));
		assertArrayEquals((short[]) all.getStack().getPixels(3), (short[]) current.getProcessor().getPixels());
		final ImagePlus range = derained(rainy, "planes", "range", "first", 2, "last", 3);
		assertEquals(2, range.getNFrames());
		assertArrayEquals((short[]) all.getStack().getPixels(2), (short[]) range.getStack().getPixels(1));
	}

	@Test
	void inPlaceWithRainLayer() throws Exception {
		final ImagePlus image = film(2);
		final ImagePlus before = image.duplicate();
		final CommandModule module = run(image, "inplace", true, "rain", true);
		assertSame(image, module.getOutput("derained"));
		final ImagePlus rain = (ImagePlus) module.getOutput("rainlayer");
		assertEquals("film-rain.tif", rain.getTitle());
		assertEquals(before.getStack().getProcessor(2).get(5) - image.getStack().getProcessor(2).get(5),
			rain.getStack().getProcessor(2).getf(5));
		assertTrue(image.changes);
	}

	@Test
	void twoAtTheSameTime() throws Exception {
		final CommandService service = commands.context().service(CommandService.class);
		final ImagePlus all = derained(film(3));
		final Future<CommandModule> first = service.run(DerainImage.class, true, "image", film(3));
		final Future<CommandModule> second = service.run(DerainImage.class, true, "image", film(3), "planes", "range",
			"first", 2, "memory", "1g");
		final ImagePlus whole = (ImagePlus) first.get().getOutput("derained");
		final ImagePlus range = (ImagePlus) second.get().getOutput("derained");
		assertEquals(2, range.getStackSize());
		for (int i = 1; i <= 3; i++)
			assertArrayEquals((short[]) all.getStack().getPixels(i), (short[]) whole.getStack().getPixels(i));
		for (int i = 2; i <= 3; i++)
			assertArrayEquals((short[]) all.getStack().getPixels(i), (short[]) range.getStack().getPixels(i - 1));
	}

	@Test
	void memoryChangesNothingElse() throws Exception {
		final ImagePlus rainy = film(1);
		final short[] expected = (short[]) derained(rainy).getProcessor().getPixels();
		final short[] bounded = (short[]) derained(rainy, "memory", "1m").getProcessor().getPixels();
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], bounded[i], 1);
	}

	@Test
	void savedToAFile() throws Exception {
		final ImagePlus rainy = film(3);
		final File file = folder.resolve("clean.tif").toFile();
		final ImagePlus saved = derained(rainy, "save", file);
		assertTrue(saved.getStack().isVirtual());
		checkSame(derained(rainy), saved);
		checkSame(saved, ImageFiles.read(file.toPath()));
		assertEquals("mm", saved.getCalibration().getUnit());
	}

	@Test
	void aRangeSavedToAFile() throws Exception {
		final ImagePlus rainy = film(4);
		rainy.setRoi(new Roi(2, 2, 9, 9));
		checkSame(derained(rainy, "planes", "range", "first", 3),
			derained(rainy, "planes", "range", "first", 3, "save", folder.resolve("clean.tif").toFile()));
	}

	@Test
	void savedToAFolder() throws Exception {
		final ImagePlus rainy = film(3);
		final Path planes = folder.resolve("new").resolve("planes");
		final ImagePlus saved = derained(rainy, "save", planes.toFile());
		assertTrue(saved.getStack().isVirtual());
		checkSame(derained(rainy), saved);
		try (Stream<Path> files = Files.list(planes)) {
			assertEquals(List.of("film-derained-0001.tif", "film-derained-0002.tif", "film-derained-0003.tif"),
				files.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ar-EG-u-nu-arab", "hi-IN-u-nu-deva" })
	void namesOfPlanesHaveAsciiDigits(final String language) throws Exception {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag(language));
		try {
			derained(film(2), "save", folder.resolve("planes").toFile());
		}
		finally {
			Locale.setDefault(before);
		}
		assertEquals(Set.of("film-derained-0001.tif", "film-derained-0002.tif"),
			Set.of(folder.resolve("planes").toFile().list()));
	}

	/** Checks that the rain layer is written plane by plane, beside the planes of the result. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theRainLayerIsSavedBeside(final boolean single) throws Exception {
		final ImagePlus rainy = film(3);
		final ImagePlus expected = (ImagePlus) run(rainy, "rain", true).getOutput("rainlayer");
		final CommandModule module = run(rainy, "rain", true, "save",
			folder.resolve(single ? "clean.tif" : "planes").toFile());
		final ImagePlus rain = (ImagePlus) module.getOutput("rainlayer");
		assertTrue(rain.getStack().isVirtual());
		checkSameRain(expected, rain);
		assertEquals(expected.getDisplayRangeMax(), rain.getDisplayRangeMax());
		if (single)
			checkSameRain(expected, ImageFiles.read(folder.resolve("clean-rain.tif")));
		else
			assertEquals(6,
				folder.resolve("planes")
					.toFile()
					.list((place, name) -> name.matches("film-(derained|rain)-000[123]\\.tif")).length);
	}

	@Test
	void theRainLayerOfColoursIsSavedBeside() throws Exception {
		final ImagePlus rainy = new ImagePlus("photo.png", film(1).getProcessor().convertToRGB());
		final ImagePlus expected = (ImagePlus) run(rainy, "rain", true).getOutput("rainlayer");
		final File file = folder.resolve("clean.png").toFile();
		final ImagePlus rain = (ImagePlus) run(rainy, "rain", true, "save", file).getOutput("rainlayer");
		checkSameRain(expected, rain);
		checkSameRain(expected, ImageFiles.read(folder.resolve("clean-rain.tif")));
		assertTrue(rain.isComposite());
	}

	private static void checkSameRain(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		assertEquals(expected.getCalibration().getUnit(), actual.getCalibration().getUnit());
		for (int i = 1; i <= expected.getStackSize(); i++) {
			assertEquals(expected.getStack().getSliceLabel(i), actual.getStack().getSliceLabel(i));
			assertArrayEquals((float[]) expected.getStack().getProcessor(i).getPixels(),
				(float[]) actual.getStack().getProcessor(i).getPixels());
		}
	}

	private static void checkSame(final ImagePlus expected, final ImagePlus actual) {
		assertArrayEquals(expected.getDimensions(), actual.getDimensions());
		for (int i = 1; i <= expected.getStackSize(); i++) {
			assertEquals(expected.getStack().getSliceLabel(i), actual.getStack().getSliceLabel(i));
			assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[]) actual.getStack().getPixels(i));
		}
	}

	@ParameterizedTest
	@CsvSource({ "model,rain200x", "device,tpu", "device,gpu:77", "memory,lots", "memory,0", "range,white",
		"range,9..3", "planes,some", "first,3", "last,2", "channels,cmyk", "channels,rgb" })
	void aBadValueCancelsWithASentence(final String key, final String value) throws Exception {
		final CommandModule module = run(film(2), key,
			key.equals("first") || key.equals("last") ? Integer.valueOf(value) : value);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(value) && module.getCancelReason().endsWith("."),
			module.getCancelReason());
		assertNull(module.getOutput("derained"));
	}

	@Test
	void placesThatCannotBe() throws Exception {
		checkRefused(run(film(2), "save", folder.resolve("a.tif").toFile(), "inplace", true), "inplace");
		checkRefused(run(film(2), "save", folder.resolve("a.bmp").toFile()), "cannot hold a stack");
		checkRefused(run(film(2), "save", new File("/proc/no/such/place")), "/proc/no/such/place");
		checkRefused(run(film(2), "save", new File("/proc/no.tif")), "/proc/no.tif");
		final Path own = folder.resolve("own.tif");
		ImageFiles.write(film(2), own);
		final ImagePlus opened = ImageFiles.open(own);
		final ImagePlus layer = ImageFiles.open(own);
		layer.setFileInfo(info(folder.resolve("own-rain.tif")));
		checkRefused(run(layer, "rain", true, "save", own.toFile()),
			"own-rain.tif cannot be the rain layer, because it is the image itself");
		checkRefused(run(opened, "inplace", true), "virtual stack");
		assertEquals(2, ImageFiles.read(own).getStackSize());
	}

	private static FileInfo info(final Path file) {
		final FileInfo info = new FileInfo();
		info.directory = file.getParent() + "/";
		info.fileName = file.getFileName().toString();
		return info;
	}

	private static void checkRefused(final CommandModule module, final String words) {
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(words), module.getCancelReason());
		assertNull(module.getOutput("derained"));
	}
}
