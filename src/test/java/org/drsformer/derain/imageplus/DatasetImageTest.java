package org.drsformer.derain.imageplus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Random;

import org.drsformer.Progress;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * Images as imagej-legacy 2.0.3 makes them of the datasets of ImageJ2, measured for files that {@code IOService}
 * opened: an RGB picture is a composite of three channels of 8 bits, and black and white are at 0 and 1 whatever the
 * type is.
 */
class DatasetImageTest {

	private static final int WIDTH = 21;
	private static final int HEIGHT = 13;
	private static final Color[] COLORS = { Color.RED, Color.GREEN, Color.BLUE };

	private static Derainer derainer;

	@BeforeAll
	static void open() {
		derainer = new Derainer(DerainSettings.of(ModelLibrary.ofUser().find(ModelLibrary.BUNDLED)));
	}

	@AfterAll
	static void close() {
		derainer.close();
	}

	private static byte[] noise(final int seed) {
		final byte[] pixels = new byte[WIDTH * HEIGHT];
		new Random(seed).nextBytes(pixels);
		return pixels;
	}

	/** Returns the picture of {@link #rgb} as the last of some frames. */
	private static CompositeImage dataset(final int frames, final int mode) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int frame = frames; frame > 0; frame--)
			for (int c = 1; c <= COLORS.length; c++)
				stack.addSlice(new ByteProcessor(WIDTH, HEIGHT, noise(COLORS.length * (frame - 1) + c)));
		final ImagePlus plain = new ImagePlus("street.png", stack);
		plain.setDimensions(3, 1, frames);
		final CompositeImage image = new CompositeImage(plain, mode);
		for (int c = 0; c < COLORS.length; c++) {
			final LUT table = LUT.createLutFromColor(COLORS[c]);
			table.min = 0;
			table.max = 1;
			image.setChannelLut(table, c + 1);
		}
		return image;
	}

	private static ImagePlus rgb() {
		final ColorProcessor colors = new ColorProcessor(WIDTH, HEIGHT);
		colors.setRGB(noise(1), noise(2), noise(3));
		return new ImagePlus("street.png", colors);
	}

	private static ImagePlus derained(final ImagePlus image) {
		return ImagePlusDerainer.derain(image, derainer, Progress.NONE);
	}

	private static byte[][] channels(final ImagePlus rgb) {
		final byte[][] channels = new byte[COLORS.length][WIDTH * HEIGHT];
		((ColorProcessor) rgb.getProcessor()).getRGB(channels[0], channels[1], channels[2]);
		return channels;
	}

	@ParameterizedTest
	@CsvSource({ "1", "3" })
	void threeChannelsInRedGreenAndBlueAreColours(final int frames) {
		final byte[][] expected = channels(derained(rgb()));
		final CompositeImage clean = (CompositeImage) derained(dataset(frames, CompositeImage.COMPOSITE));
		for (int c = 0; c < COLORS.length; c++) {
			assertArrayEquals(expected[c], (byte[]) clean.getStack().getPixels(clean.getStackIndex(c + 1, 1, frames)));
			assertEquals(0, clean.getChannelLut(c + 1).min);
			assertEquals(255, clean.getChannelLut(c + 1).max);
			assertEquals(COLORS[c].getRGB(), clean.getChannelLut(c + 1).getRGB(255));
		}
		// what is seen: the picture, neither white nor black
		clean.setPositionWithoutUpdate(1, 1, frames);
		assertArrayEquals(expected, channels(clean.flatten()));
	}

	@Test
	void otherTablesAndOtherChoicesAreChannels() {
		final byte[][] together = channels(derained(rgb()));
		final CompositeImage purple = dataset(1, CompositeImage.COMPOSITE);
		purple.setChannelLut(LUT.createLutFromColor(Color.MAGENTA), 1);
		final ImagePlus gray = dataset(1, CompositeImage.GRAYSCALE);
		final ImagePlus image = dataset(1, CompositeImage.COMPOSITE);
		final ImageChoice choice = new ImageChoice(PlaneChoice.ALL, ChannelChoice.EACH, false);
		final ImagePlus each = new ImagePlusDerainer(image, choice, derainer, Progress.NONE)
			.into(new NewImage(image, Task.DERAIN), false)
			.image();
		final byte[] alone = (byte[]) derained(new ImagePlus("", new ByteProcessor(WIDTH, HEIGHT, noise(1))))
			.getProcessor()
			.getPixels();
		for (final ImagePlus clean : new ImagePlus[] { derained(purple), derained(gray), each })
			assertArrayEquals(alone, (byte[]) clean.getStack().getPixels(1));
		assertFalse(Arrays.equals(together[0], alone));
	}

	private static ImagePlus gray(final int bits, final double max) {
		final ImageProcessor plane = switch (bits) {
			case 8 -> new ByteProcessor(WIDTH, HEIGHT);
			case 16 -> new ByteProcessor(WIDTH, HEIGHT).convertToShortProcessor();
			default -> new ByteProcessor(WIDTH, HEIGHT).convertToFloatProcessor();
		};
		for (int i = 0; i < plane.getPixelCount(); i++)
			plane.setf(i, (float) (max * (i % 3) / 2));
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		stack.addSlice(plane.createProcessor(WIDTH, HEIGHT));
		stack.addSlice(plane);
		final ImagePlus image = new ImagePlus("gray", stack);
		image.setDisplayRange(0, 1);
		return image;
	}

	/** The first slice is black. */
	@ParameterizedTest
	@CsvSource({ "8,200,255", "16,1000,1000", "32,250,250", "8,1,1", "32,1,1", "32,1.5,1" })
	void aDisplayRangeThatHoldsLessThanTheValues(final int bits, final double max, final double expected) {
		final ImagePlus clean = derained(gray(bits, max));
		assertEquals(0, clean.getDisplayRangeMin());
		assertEquals(expected, clean.getDisplayRangeMax());
	}

	@Test
	void anyOtherDisplayRangeIsKept() {
		final ImagePlus image = gray(8, 200);
		image.setDisplayRange(0, 2);
		assertEquals(2, derained(image).getDisplayRangeMax());
	}

	/** Its colours would be two of 256. */
	@Test
	void aPalette() {
		final byte[] up = new byte[256];
		final byte[] down = new byte[256];
		for (int i = 0; i < 256; i++) {
			up[i] = (byte) i;
			down[i] = (byte) (255 - i);
		}
		final ImagePlus image = new ImagePlus("", new ByteProcessor(WIDTH, HEIGHT, noise(1)));
		image.getProcessor().setColorModel(new IndexColorModel(8, 256, up, down, up));
		final ImagePlus expected = derained(image);
		image.setDisplayRange(0, 1);
		final ImagePlus clean = derained(image);
		assertEquals(ImagePlus.COLOR_RGB, clean.getType());
		assertArrayEquals((int[]) expected.getProcessor().getPixels(), (int[]) clean.getProcessor().getPixels());
	}
}
