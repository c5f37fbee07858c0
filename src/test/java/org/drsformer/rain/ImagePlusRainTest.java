package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.drsformer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

class ImagePlusRainTest {

	private static final RainSynthesizer HEAVY = new RainSynthesizer(RainPreset.RAIN200H, 4);

	private static ImagePlus rainy(final ImagePlus clean) {
		return ImagePlusRain.rainy(clean, HEAVY, Progress.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void everyTypeOfHyperstackIsKept(final String type) {
		final ImagePlus clean = IJ.createHyperStack("street.tif", 24, 18, 2, 3, 2,
			type.equals("8-bit") ? 8 : type.equals("16-bit") ? 16 : type.equals("32-bit") ? 32 : 24);
		clean.getCalibration().pixelWidth = 0.25;
		clean.getStack().setSliceLabel("seven", 7);
		final ImagePlus rainy = rainy(clean);
		assertEquals("street-rainy.tif", rainy.getTitle());
		assertEquals(clean.getType(), rainy.getType());
		assertArrayEquals(clean.getDimensions(), rainy.getDimensions());
		assertEquals(0.25, rainy.getCalibration().pixelWidth);
		assertEquals("seven", rainy.getStack().getSliceLabel(7));
		assertFalse(clean.getStack().getProcessor(3).getStatistics().max > 0, "the input does not change");
		for (int slice = 1; slice <= 12; slice++)
			assertTrue(rainy.getStack().getProcessor(slice).getStatistics().max > 0, "slice " + slice);
		assertFalse(Arrays.equals(rainy.getStack().getProcessor(1).getIntArray(),
			rainy.getStack().getProcessor(2).getIntArray()), "each slice has its own rain");
	}

	@Test
	void twelveBitsStayTwelve() {
		final short[] pixels = new short[40 * 30];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) (4 * i % 4096);
		final ImagePlus rainy = rainy(new ImagePlus("camera", new ShortProcessor(40, 30, pixels, null)));
		assertEquals(4095, rainy.getProcessor().getStatistics().max, "white of this image");
	}

	@Test
	void redGreenAndBlueOf48BitsHaveTheSameRain() {
		final ImageStack stack = new ImageStack(20, 20);
		for (final String label : new String[] { "Red", "Green", "Blue" })
			stack.addSlice(label, new ShortProcessor(20, 20));
		final ImagePlus clean = new CompositeImage(new ImagePlus("photo", stack), CompositeImage.COMPOSITE);
		final ImagePlus rainy = rainy(clean);
		assertArrayEquals((short[]) rainy.getStack().getPixels(1), (short[]) rainy.getStack().getPixels(3));
	}

	@Test
	void aPaletteBecomesRgb() {
		final ImagePlus clean = new ImagePlus("palette.gif", new ByteProcessor(16, 16));
		final byte[] shades = new byte[256];
		for (int i = 0; i < shades.length; i++)
			shades[i] = (byte) (97 * i);
		clean.getProcessor().setLut(new LUT(shades, new byte[256], shades));
		clean.setTypeToColor256();
		assertEquals(ImagePlus.COLOR_256, clean.getType());
		assertTrue(rainy(clean).getProcessor() instanceof ColorProcessor);
	}

	/** Rain is bright also if larger values are darker. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 16 })
	void rainOnANegative(final int bits) {
		final double white = bits == 8 ? 255 : 4095;
		final ImagePlus clean = IJ.createImage("street", bits + "-bit black", 24, 18, 1);
		final ImagePlus negative = clean.duplicate();
		for (int i = 0; i < 24 * 18; i++) {
			clean.getProcessor().setf(i, i * 9 % (int) white + 1);
			negative.getProcessor().setf(i, (float) white - clean.getProcessor().getf(i));
		}
		clean.getProcessor().setf(0, (float) white);
		negative.getProcessor().setf(0, 0);
		negative.getProcessor().setf(1, (float) white);
		clean.getProcessor().setf(1, 0);
		negative.getProcessor().invertLut();
		final ImagePlus expected = rainy(clean);
		final ImagePlus rainy = rainy(negative);
		assertTrue(rainy.isInvertedLut());
		for (int i = 0; i < 24 * 18; i++)
			assertEquals(white - expected.getProcessor().getf(i), rainy.getProcessor().getf(i));
		assertTrue(expected.getStatistics().mean > clean.getStatistics().mean + white / 50);
	}
}
