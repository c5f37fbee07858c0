package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.FileImages;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.OutputNames;
import org.drsformer.derain.imageplus.DerainedImage;
import org.drsformer.derain.imageplus.ImageChoice;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.derain.imageplus.NewImage;
import org.drsformer.derain.imageplus.SameImage;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import ij.VirtualStack;
import ij.WindowManager;
import ij.io.Opener;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Checks that images are derained as they are seen through their lookup tables, and keep their look. */
class LookTest {

	private static final Path FILES = Path.of("src/test/resources/look");
	private static final int WIDTH = 17;
	private static final int HEIGHT = 12;

	private static Derainer derainer;

	@TempDir
	private Path folder;

	@BeforeAll
	static void load() {
		derainer = TestModels.derainer(TestModels.COLOR);
	}

	@AfterAll
	static void close() {
		derainer.close();
	}

	private static ImagePlus derained(final ImagePlus image) {
		return ImagePlusDerainer.derain(image, derainer, Progress.NONE);
	}

	private static ImagePlus derained(final ImageProcessor plane) {
		return derained(new ImagePlus("plane", plane));
	}

	private static DerainedImage withRain(final ImagePlus image) {
		return new ImagePlusDerainer(image, ImageChoice.WHOLE, derainer, Progress.NONE)
			.into(new NewImage(image, Task.DERAIN), true);
	}

	/** Returns an 8-bit image, or one of another type that is as bright: up to 4095, or up to 3. */
	private static ImageProcessor noise(final int bits, final int seed, final boolean negative) {
		final byte[] bytes = new byte[WIDTH * HEIGHT];
		new Random(seed).nextBytes(bytes);
		bytes[3] = 0;
		bytes[4] = (byte) 255;
		final ImageProcessor plane = bits == 8 ? new ByteProcessor(WIDTH, HEIGHT)
			: bits == 16 ? new ShortProcessor(WIDTH, HEIGHT) : new FloatProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < bytes.length; i++) {
			final int value = bytes[i] & 255;
			final float deep = bits == 8 ? value : bits == 16 ? 16 * value + value / 16 : value / 85f;
			plane.setf(i, negative ? white(bits) - deep : deep);
		}
		return plane;
	}

	private static float white(final int bits) {
		return bits == 8 ? 255 : bits == 16 ? 4095 : 3;
	}

	private static ImagePlus inverted(final ImagePlus image) {
		image.getProcessor().invertLut();
		image.getStack().setColorModel(image.getProcessor().getColorModel());
		return image;
	}

	private static void assertSamePixels(final ImageProcessor expected, final ImageProcessor actual) {
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		assertEquals(expected.getPixelCount(), actual.getPixelCount());
		for (int i = 0; i < expected.getPixelCount(); i++)
			assertEquals(expected.getBitDepth() == 24 ? expected.get(i) & 0xffffff : expected.getf(i),
				actual.getBitDepth() == 24 ? actual.get(i) & 0xffffff : actual.getf(i), "pixel " + i);
	}

	/** Checks that the colours are those of Java's own reader. */
	@ParameterizedTest
	@ValueSource(strings = { "palette.png", "palette.gif", "palette.tif" })
	void palettesThatImageJOpens(final String file) throws IOException {
		final ColorProcessor colors = new ColorProcessor(ImageIO.read(FILES.resolve("palette.png").toFile()));
		final ImageProcessor expected = derained(colors).getProcessor();
		final ImagePlus image = new Opener().openImage(FILES.resolve(file).toString());
		assertEquals(ImagePlus.GRAY8, image.getType());
		assertSamePixels(expected, derained(image).getProcessor());
		final ImageProcessor before = image.getProcessor().duplicate();
		new ImagePlusDerainer(image, ImageChoice.WHOLE, derainer, Progress.NONE).into(new SameImage(image), false);
		assertSamePixels(expected, image.getProcessor());
		undo(image);
		assertSamePixels(before, image.getProcessor());
		assertTrue(image.getProcessor().isColorLut());
	}

	private static void undo(final ImagePlus image) {
		WindowManager.setTempCurrentImage(image);
		try {
			Undo.undo();
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	@Test
	void multicolouredTablesAreSeenAsDisplayed() {
		final ImagePlus image = new ImagePlus("fire", noise(8, 1, false));
		image.getProcessor().setColorModel(LutLoader.getLut("fire"));
		image.setDisplayRange(20, 140);
		assertSamePixels(derained(image.getProcessor().convertToRGB()).getProcessor(), derained(image).getProcessor());
	}

	@Test
	void aThresholdIsNoColour() {
		final ImagePlus image = new ImagePlus("gray", noise(8, 1, false));
		final ImageProcessor expected = derained(image).getProcessor();
		image.getProcessor().setThreshold(50, 100, ImageProcessor.RED_LUT);
		assertSamePixels(expected, derained(image).getProcessor());
	}

	/** Tries palettes of gray in any order, in a file or a stack. */
	@Test
	void shadesInAnotherOrder() {
		final byte[] shades = new byte[256];
		for (int i = 0; i < shades.length; i++)
			shades[i] = (byte) (97 * i);
		final ImageStack stack = new ImageStack();
		final ImageStack seen = new ImageStack();
		for (int i = 1; i <= 2; i++) {
			final ImageProcessor plane = noise(8, i, false);
			stack.addSlice(plane);
			final ImageProcessor shown = plane.duplicate();
			for (int k = 0; k < plane.getPixelCount(); k++)
				shown.set(k, 97 * plane.get(k) & 255);
			seen.addSlice(shown);
		}
		final ImagePlus image = new ImagePlus("shades", stack);
		image.getProcessor().setColorModel(new LUT(shades, shades, shades));
		image.getStack().setColorModel(new LUT(shades, shades, shades));
		final ImagePlus expected = derained(new ImagePlus("seen", seen));
		final ImagePlus clean = derained(image);
		ImageFiles.write(image, folder.resolve("shades.tif"));
		derainFiles("shades.tif", "tif");
		new ImagePlusDerainer(image, ImageChoice.WHOLE, derainer, Progress.NONE).into(new SameImage(image), false);
		for (final ImagePlus result : List.of(clean, image, ImageFiles.read(folder.resolve("out/shades.tif"))))
			for (int i = 1; i <= 2; i++) {
				assertSamePixels(expected.getStack().getProcessor(i), result.getStack().getProcessor(i));
				assertTrue(result.getProcessor().isDefaultLut());
			}
	}

	private void derainFiles(final String name, final String format) {
		final BatchSettings settings = BatchSettings.of(List.of(folder.resolve(name)), folder.resolve("out"))
			.withOutputs(new OutputNames(format, "", false));
		final BatchSummary summary = DerainFiles.plan(settings).run(derainer, FileImages.SILENT);
		if (!summary.failed().isEmpty())
			throw new DrsformerException(summary.failed().get(0).sentence());
	}

	/** Tries the colour of a channel, and tables of ImageJ's menu Lookup Tables. */
	@Test
	void scalesFromBlackToAColourAreSamples() {
		for (final Color color : List.of(Color.RED, Color.CYAN, new Color(255, 129, 7))) {
			final ImagePlus image = new ImagePlus("tinted", noise(8, 1, false));
			image.getProcessor().setLut(LUT.createLutFromColor(color));
			final ImagePlus clean = derained(image);
			assertSamePixels(derained(noise(8, 1, false)).getProcessor(), clean.getProcessor());
			assertArrayEquals(image.getProcessor().getLut().getBytes(), clean.getProcessor().getLut().getBytes());
		}
	}

	@Test
	void channelsOfACompositeAndDeepImagesAreSamplesInAnyColours() {
		final ImageStack stack = new ImageStack();
		stack.addSlice(noise(8, 1, false));
		stack.addSlice(noise(8, 2, false));
		final ImagePlus plain = new ImagePlus("channels", stack);
		plain.setDimensions(2, 1, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		image.setChannelLut(new LUT(LutLoader.getLut("fire"), 0, 255), 1);
		assertSamePixels(derained(noise(8, 1, false)).getProcessor(), derained(image).getStack().getProcessor(1));
		final ImageProcessor deep = noise(16, 1, false);
		deep.setColorModel(LutLoader.getLut("fire"));
		assertArrayEquals((short[]) derained(noise(16, 1, false)).getProcessor().getPixels(),
			(short[]) derained(deep).getProcessor().getPixels());
	}

	/** The results are negatives of each other, and so is the rain. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16, 32 })
	void invertedTables(final int bits) {
		final double white = white(bits);
		final DerainedImage positive = withRain(new ImagePlus("positive", noise(bits, 1, false)));
		final ImagePlus image = inverted(new ImagePlus("negative", noise(bits, 1, true)));
		final DerainedImage negative = withRain(image);
		assertTrue(negative.image().isInvertedLut());
		assertNegative(positive.image().getProcessor(), negative.image().getProcessor(), white);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			assertEquals(positive.rain().getProcessor().getf(i), negative.rain().getProcessor().getf(i),
				white / 255 * 1e-3);
		final ImageProcessor before = image.getProcessor().duplicate();
		new ImagePlusDerainer(image, ImageChoice.WHOLE, derainer, Progress.NONE).into(new SameImage(image), false);
		assertNegative(positive.image().getProcessor(), image.getProcessor(), white);
		assertTrue(image.isInvertedLut());
		undo(image);
		assertSamePixels(before, image.getProcessor());
	}

	private static void assertNegative(final ImageProcessor positive, final ImageProcessor negative,
		final double white)
	{
		for (int i = 0; i < positive.getPixelCount(); i++)
			assertEquals(white - positive.getf(i), negative.getf(i), 1e-3, "pixel " + i);
	}

	@Test
	void oneInvertedChannelOfAHyperstack() {
		final ImageStack stack = new ImageStack();
		for (int i = 0; i < 4; i++)
			stack.addSlice(noise(8, i, i % 2 == 1));
		final ImagePlus plain = new ImagePlus("channels", stack);
		plain.setDimensions(2, 2, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COLOR);
		image.setChannelLut(LUT.createLutFromColor(Color.GREEN).createInvertedLut(), 2);
		final ImagePlus clean = derained(image);
		for (int i = 0; i < 4; i++)
			if (i % 2 == 0)
				assertSamePixels(derained(noise(8, i, false)).getProcessor(), clean.getStack().getProcessor(i + 1));
			else
				assertNegative(derained(noise(8, i, false)).getProcessor(), clean.getStack().getProcessor(i + 1), 255);
		assertArrayEquals(image.getChannelLut(2).getBytes(), ((CompositeImage) clean).getChannelLut(2).getBytes());
		// it is invisible in gray
		image.setMode(CompositeImage.GRAYSCALE);
		assertSamePixels(derained(noise(8, 1, true)).getProcessor(), derained(image).getStack().getProcessor(2));
	}

	@Test
	void channelsThatAreSeenTogetherAreInvertedTogether() {
		final ImageStack stack = new ImageStack();
		for (int i = 0; i < 3; i++)
			stack.addSlice(noise(8, i, true));
		final ImagePlus plain = new ImagePlus("channels", stack);
		plain.setDimensions(3, 1, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		image.setChannelLut(LUT.createLutFromColor(Color.GREEN).createInvertedLut(), 2);
		final ImageChoice together = new ImageChoice(PlaneChoice.ALL, ChannelChoice.RGB, false);
		final DrsformerException refusal = assertThrows(DrsformerException.class,
			() -> new ImagePlusDerainer(image, together, derainer, Progress.NONE).into(new NewImage(image, Task.DERAIN),
				false));
		assertTrue(refusal.getMessage().contains("invert all of them or none"), refusal.getMessage());
	}

	/** Zero is white. */
	@ParameterizedTest
	@ValueSource(strings = { "tif", "png", "bmp" })
	void filesThatBeginWithWhite(final String format) throws IOException {
		final ImageProcessor raw = new Opener().openImage(FILES.resolve("min_is_white.tif").toString()).getProcessor();
		final ImageProcessor seen = new ByteProcessor(raw.getWidth(), raw.getHeight());
		for (int i = 0; i < raw.getPixelCount(); i++)
			seen.set(i, 255 - raw.get(i));
		final ImageProcessor expected = derained(seen).getProcessor();
		Files.copy(FILES.resolve("min_is_white.tif"), folder.resolve("white.tif"));
		derainFiles("white.tif", format);
		final ImagePlus result = new Opener().openImage(folder.resolve("out/white." + format).toString());
		assertEquals(format.equals("tif"), result.isInvertedLut());
		assertEquals(8, result.getBitDepth());
		for (int i = 0; i < seen.getPixelCount(); i++)
			assertEquals(expected.get(i),
				result.isInvertedLut() ? 255 - result.getProcessor().get(i) : result.getProcessor().get(i), 1);
	}

	/** Saves the image with ImageJ. */
	@Test
	void filesWithALookupTable() {
		final ImageStack stack = new ImageStack();
		stack.addSlice("first", noise(8, 1, false));
		stack.addSlice("second", noise(8, 2, false));
		final ImagePlus image = new ImagePlus("fire", stack);
		image.getProcessor().setColorModel(LutLoader.getLut("fire"));
		image.getCalibration().pixelWidth = 0.5;
		ImageFiles.write(image, folder.resolve("fire.tif"));
		derainFiles("fire.tif", "tif");
		final ImagePlus result = new Opener().openImage(folder.resolve("out/fire.tif").toString());
		final ImagePlus expected = derained(image);
		assertEquals(ImagePlus.COLOR_RGB, result.getType());
		assertEquals(0.5, result.getCalibration().pixelWidth);
		for (int i = 1; i <= 2; i++) {
			assertSamePixels(expected.getStack().getProcessor(i), result.getStack().getProcessor(i));
			assertEquals(image.getStack().getSliceLabel(i), result.getStack().getSliceLabel(i));
		}
	}

	@Test
	void pngHoldsNoInvertedTable() {
		ImageFiles.write(inverted(new ImagePlus("deep", noise(16, 1, true))), folder.resolve("deep.tif"));
		final DrsformerException refusal = assertThrows(DrsformerException.class, () -> derainFiles("deep.tif", "png"));
		assertTrue(
			refusal.getMessage().contains("an image of 16 bits with an inverted lookup table; write to a .tif file"),
			refusal.getMessage());
	}

	/** Has no alpha; a virtual stack has no labels. */
	@Test
	void fourChannelsOfAVirtualStack() {
		final ImagePlus plain = new ImagePlus("lazy", new VirtualStack(WIDTH, HEIGHT, 4) {

			@Override
			public ImageProcessor getProcessor(final int number) {
				return noise(16, number, false);
			}

			@Override
			public int getBitDepth() {
				return 16;
			}
		});
		plain.setDimensions(4, 1, 1);
		final ImagePlus clean = derained(new CompositeImage(plain, CompositeImage.COMPOSITE));
		assertArrayEquals((short[]) derained(noise(16, 4, false)).getProcessor().getPixels(),
			(short[]) clean.getStack().getProcessor(4).getPixels());
	}

	/** ImageJ opens alpha as a fourth channel. */
	@ParameterizedTest
	@ValueSource(strings = { "auto", "rgb", "each" })
	void alphaOfSixteenBitsGoesAlong(final String channels) throws IOException {
		final ImagePlus image = new Opener().openImage(FILES.resolve("rgba16.tif").toString());
		assertEquals(4, image.getNChannels());
		final DerainedImage clean = new ImagePlusDerainer(image,
			new ImageChoice(PlaneChoice.ALL, ChannelChoice.parse(channels), false), derainer, Progress.NONE)
			.into(new NewImage(image, Task.DERAIN), true);
		final ImageStack three = image.getStack().duplicate();
		three.deleteLastSlice();
		final ImagePlus opaque = new ImagePlus("opaque", three);
		opaque.setDimensions(3, 1, 1);
		final ImagePlus expected = derained(new CompositeImage(opaque, CompositeImage.COMPOSITE));
		for (int i = 1; i <= 3; i++)
			assertSamePixels(expected.getStack().getProcessor(i), clean.image().getStack().getProcessor(i));
		assertSamePixels(image.getStack().getProcessor(4), clean.image().getStack().getProcessor(4));
		assertEquals(0, clean.rain().getStack().getProcessor(4).getStats().max);
		ImageFiles.write(clean.image(), folder.resolve("clean.png"));
		final int[] pixel = ImageIO.read(folder.resolve("clean.png").toFile()).getRaster().getPixel(2, 3, (int[]) null);
		for (int i = 0; i < 4; i++)
			assertEquals(clean.image().getStack().getProcessor(i + 1).get(2, 3), pixel[i]);
	}
}
