package org.drsformer.derain.imageplus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.file.Path;
import java.util.Random;

import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

class ImagePlusDerainerTest {

	private static final int WIDTH = 9;
	private static final int HEIGHT = 6;

	private static Derainer derainer;

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

	private static short[] noise(final int seed, final int limit) {
		final short[] pixels = new short[WIDTH * HEIGHT];
		final Random random = new Random(seed);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) random.nextInt(limit);
		return pixels;
	}

	/**
	 * Returns a 12-bit hyperstack of two channels, three slices and two time points, with all properties that ImageJ
	 * knows.
	 */
	private static ImagePlus hyperstack() {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 1; i <= 12; i++)
			stack.addSlice("slice " + i, noise(i, i == 7 ? 4096 : 300));
		final ImagePlus plain = new ImagePlus("cat.tif", stack);
		plain.setDimensions(2, 3, 2);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COLOR);
		image.setOpenAsHyperStack(true);
		image.setChannelLut(LUT.createLutFromColor(Color.CYAN), 1);
		image.setPosition(2, 2, 1);
		image.setDisplayRange(17, 3000);
		annotate(image);
		return image;
	}

	private static void annotate(final ImagePlus image) {
		final Calibration calibration = new Calibration();
		calibration.setUnit("mm");
		calibration.pixelWidth = 0.25;
		calibration.pixelHeight = 0.5;
		calibration.pixelDepth = 2;
		calibration.frameInterval = 7;
		image.setCalibration(calibration);
		image.setOverlay(new Overlay(new Roi(1, 1, 3, 2)));
		image.setProperty("Info", "taken in the rain");
		image.setProp("camera", "old");
	}

	@Test
	void everythingButThePixelsIsKept() {
		final ImagePlus rainy = hyperstack();
		final ImagePlus clean = derained(rainy);
		assertEquals("cat-derained.tif", clean.getTitle());
		checkKept(rainy, clean);
		assertNotSame(rainy.getOverlay(), clean.getOverlay());
		assertEquals(2, clean.getC());
		assertEquals(2, clean.getZ());
	}

	private static void checkKept(final ImagePlus rainy, final ImagePlus clean) {
		assertEquals(ImagePlus.GRAY16, clean.getType());
		assertArrayEquals(rainy.getDimensions(), clean.getDimensions());
		assertTrue(clean.isHyperStack());
		assertTrue(clean.getCalibration().equals(rainy.getCalibration()));
		assertEquals(7, clean.getCalibration().frameInterval);
		assertArrayEquals(rainy.getStack().getSliceLabels(), clean.getStack().getSliceLabels());
		assertEquals("taken in the rain", clean.getInfoProperty());
		assertEquals("old", clean.getProp("camera"));
		assertEquals(1, clean.getOverlay().size());
		final CompositeImage composite = (CompositeImage) clean;
		assertEquals(CompositeImage.COLOR, composite.getMode());
		for (int c = 1; c <= 2; c++) {
			final LUT expected = ((CompositeImage) rainy).getChannelLut(c);
			assertArrayEquals(expected.getBytes(), composite.getChannelLut(c).getBytes());
			assertEquals(expected.min, composite.getChannelLut(c).min);
			assertEquals(expected.max, composite.getChannelLut(c).max);
		}
	}

	@Test
	void andSurvivesAFile(@TempDir final Path folder) {
		final ImagePlus clean = derained(hyperstack());
		ImageFiles.write(clean, folder.resolve("clean.tif"));
		final ImagePlus read = ImageFiles.read(folder.resolve("clean.tif"));
		checkKept(hyperstack(), read);
		for (int i = 1; i <= 12; i++)
			assertArrayEquals((short[]) clean.getStack().getPixels(i), (short[]) read.getStack().getPixels(i));
	}

	/** Derains each slice as a frame of one ImgLib2 image: the range is that of the whole stack. */
	@Test
	void pixelsAreThoseOfTheDerainer() {
		final ImagePlus rainy = hyperstack();
		final short[] all = new short[WIDTH * HEIGHT * 12];
		for (int i = 0; i < 12; i++)
			System.arraycopy(rainy.getStack().getPixels(i + 1), 0, all, i * WIDTH * HEIGHT, WIDTH * HEIGHT);
		final RandomAccessibleInterval<UnsignedShortType> expected = derainer
			.derain(ArrayImgs.unsignedShorts(all, WIDTH, HEIGHT, 12));
		final ImagePlus clean = derained(rainy);
		final Cursor<UnsignedShortType> cursor = Views.flatIterable(expected).cursor();
		for (int i = 1; i <= 12; i++)
			for (final short pixel : (short[]) clean.getStack().getPixels(i))
				assertEquals(cursor.next().getShort(), pixel);
		assertArrayEquals(noise(3, 300), (short[]) rainy.getStack().getPixels(3));
	}

	@Test
	void virtualStacks() {
		final ImagePlus rainy = hyperstack();
		final ImageStack stack = rainy.getStack();
		final ImagePlus lazy = new ImagePlus("lazy", new VirtualStack(WIDTH, HEIGHT, 12) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				return stack.getProcessor(n).duplicate();
			}

			@Override
			public int getBitDepth() {
				return 16;
			}
		});
		final ImagePlus clean = derained(lazy);
		assertFalse(clean.getStack().isVirtual());
		final ImagePlus expected = derained(rainy);
		for (int i = 1; i <= 12; i++)
			assertArrayEquals((short[]) expected.getStack().getPixels(i), (short[]) clean.getStack().getPixels(i));
	}

	@Test
	void rgbAndFortyEightBitsTogether() {
		final int[] colors = new Random(4).ints(WIDTH * HEIGHT).toArray();
		final ImagePlus rgb = derained(new ImagePlus("rgb", new ColorProcessor(WIDTH, HEIGHT, colors)));
		assertEquals(ImagePlus.COLOR_RGB, rgb.getType());
		final RandomAccessibleInterval<ARGBType> expected = derainer.derain(ArrayImgs.argbs(colors, WIDTH, HEIGHT));
		final Cursor<ARGBType> cursor = Views.flatIterable(expected).cursor();
		for (final int pixel : (int[]) rgb.getProcessor().getPixels())
			assertEquals(cursor.next().get(), pixel);
		final ImagePlus deep = derained(deep(colors));
		assertEquals("Red", deep.getStack().getSliceLabel(1));
		for (int c = 0; c < 3; c++)
			for (int i = 0; i < colors.length; i++)
				assertEquals(rgb.getProcessor().get(i) >> 16 - 8 * c & 0xff,
					deep.getStack().getProcessor(c + 1).get(i) / 257.0, 0.51);
	}

	private static ImagePlus deep(final int[] colors) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int c = 0; c < 3; c++) {
			final ShortProcessor plane = new ShortProcessor(WIDTH, HEIGHT);
			for (int i = 0; i < colors.length; i++)
				plane.set(i, 257 * (colors[i] >> 16 - 8 * c & 0xff));
			stack.addSlice(new String[] { "Red", "Green", "Blue" }[c], plane);
		}
		final ImagePlus image = new ImagePlus("48", stack);
		image.setDimensions(3, 1, 1);
		return new CompositeImage(image, CompositeImage.COMPOSITE);
	}

	@Test
	void displayRangeAndLookupTableOfASinglePlane() {
		final ImagePlus rainy = new ImagePlus("plane", new FloatProcessor(WIDTH, HEIGHT));
		rainy.getProcessor().setLut(LUT.createLutFromColor(Color.GREEN));
		rainy.setDisplayRange(-3, 8);
		final ImagePlus clean = derained(rainy);
		assertEquals("plane-derained", clean.getTitle());
		assertEquals(-3, clean.getDisplayRangeMin());
		assertEquals(8, clean.getDisplayRangeMax());
		assertArrayEquals(rainy.getProcessor().getLut().getBytes(), clean.getProcessor().getLut().getBytes());
		assertEquals(1, clean.getStackSize());
	}

	@Test
	void labelOfASinglePlane() {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice("the only one", new ByteProcessor(WIDTH, HEIGHT));
		assertEquals("the only one", derained(new ImagePlus("single", stack)).getStack().getSliceLabel(1));
	}

	@Test
	void displayRangeOfAStack() {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice(new ByteProcessor(WIDTH, HEIGHT));
		stack.addSlice(new ByteProcessor(WIDTH, HEIGHT));
		final ImagePlus rainy = new ImagePlus("stack", stack);
		rainy.setDisplayRange(10, 90);
		final ImagePlus clean = derained(rainy);
		clean.setSlice(2);
		assertEquals(10, clean.getDisplayRangeMin());
		assertEquals(90, clean.getDisplayRangeMax());
	}

	/** The palette lacks the colours of the result. */
	@Test
	void eightBitColorBecomesRgb() {
		final ByteProcessor indices = new ByteProcessor(WIDTH, HEIGHT);
		final byte[] shades = new byte[256];
		final byte[] none = new byte[256];
		for (int i = 0; i < shades.length; i++)
			shades[i] = (byte) (97 * i);
		indices.setLut(new LUT(shades, none, shades));
		final ImagePlus image = new ImagePlus("palette", indices);
		image.setTypeToColor256();
		assertEquals(ImagePlus.COLOR_256, image.getType());
		assertEquals(ImagePlus.COLOR_RGB, derained(image).getType());
	}

	@Test
	void titles() {
		assertEquals("a.b-derained.png", ImagePlusCopy.title("a.b.png", "-derained"));
		assertEquals("a-derained", ImagePlusCopy.title("a", "-derained"));
		assertEquals(".png-derained", ImagePlusCopy.title(".png", "-derained"));
	}
}
