package org.drsformer.rain.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;

class RainStatisticsTest {

	private static final int SIZE = 160;

	/** Returns waves with a period of 16 pixels across their direction, in levels 0..100. */
	private static RainLayer waves(final double degrees) {
		final double cos = Math.cos(Math.toRadians(degrees));
		final double sin = Math.sin(Math.toRadians(degrees));
		final float[] values = new float[SIZE * SIZE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (50 + 50 * Math.sin(2 * Math.PI / 16 * (i % SIZE * cos - i / SIZE * sin)));
		return new RainLayer(values, SIZE, SIZE);
	}

	/** The autocorrelation of a sine is a cosine, which falls to one half after a sixth of its period. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 17, -40, 75 })
	void parallelWaves(final double degrees) {
		final RainStatistics waves = RainStatistics.of(waves(degrees));
		assertEquals(Math.abs(degrees), waves.angle(), 1);
		assertEquals(16 / 6.0, waves.across50(), 0.1);
		assertTrue(Double.isNaN(waves.along50()), "as long as the image");
		assertEquals(1, waves.coherence(), 0.02);
		assertTrue(waves.spread() < 2, waves::toString);
		assertEquals(50, waves.median(), 1.5);
		assertEquals(1 - Math.acos(0.94) / Math.PI, waves.above3(), 0.06);
	}

	@Test
	void noiseHasNoDirection() {
		final Random random = new Random(1);
		final float[] values = new float[SIZE * SIZE];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(100);
		final RainStatistics noise = RainStatistics.of(new RainLayer(values, SIZE, SIZE));
		assertTrue(noise.coherence() < 0.35, noise::toString);
		assertTrue(noise.spread() > 30, noise::toString);
		assertEquals(0.5, noise.along50(), 0.1);
		assertEquals(89.1, noise.p90(), 1.5);
		assertEquals(0.69, noise.above30(), 0.02);
	}

	@Test
	void noRainHasNoShape() {
		final RainStatistics none = RainStatistics.of(new RainLayer(new float[64 * 48], 64, 48));
		assertEquals(0, none.above3());
		assertTrue(Double.isNaN(none.along50()) && Double.isNaN(none.angle()) && Double.isNaN(none.spread()),
			none::toString);
		assertEquals(40, RainStatistics.mean(List.of(none, RainStatistics.of(waves(-40)))).angle(), 1);
	}

	@Test
	void theLayerIsTheMeanOfTheChannelsInLevels() {
		final ImagePlus clean = new ImagePlus("clean", new ColorProcessor(2, 1, new int[] { 0x102030, 0 }));
		final ImagePlus rainy = new ImagePlus("rainy", new ColorProcessor(2, 1, new int[] { 0x16232d, 0xffffff }));
		assertEquals(2, RainLayer.of(rainy, clean).values()[0], 1e-4);
		assertEquals(255, RainLayer.of(rainy, clean).values()[1], 1e-4);
		final ImagePlus dark = new ImagePlus("12 bits", new ShortProcessor(2, 1, new short[] { 0, 4000 }, null));
		final ImagePlus wet = new ImagePlus("12 bits", new ShortProcessor(2, 1, new short[] { 4095, 4000 }, null));
		assertEquals(255, RainLayer.of(wet, dark).values()[0], 1e-4);
	}

	/** All but the upper row is 60 levels brighter; the numbers are one level in an image of each type. */
	@ParameterizedTest
	@CsvSource({ "8,1", "16,257", "24,0x010101" })
	void imagesAreCompared(final int bits, final int level) {
		final ImagePlus clean = IJ.createImage("clean", SIZE, 4, 1, bits);
		fill(clean, 0, 190 * level);
		final ImagePlus rainy = clean.duplicate();
		fill(rainy, 1, 250 * level);
		final RainStatistics statistics = RainStatistics.of(rainy, clean);
		assertEquals(0.75, statistics.above30());
		assertEquals(60, statistics.median(), 1e-4);
	}

	private static void fill(final ImagePlus image, final int top, final int value) {
		for (int y = top; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				image.getProcessor().set(x, y, value);
	}

	@Test
	void imagesThatAreNoPair() {
		final ImagePlus small = new ImagePlus("small", new ByteProcessor(4, 4));
		final ImagePlus large = new ImagePlus("large", new ByteProcessor(5, 4));
		final ImagePlus color = new ImagePlus("color", new ColorProcessor(4, 4));
		assertEquals(
			"The image large has 5 x 4 pixels and small has 4 x 4; both images of a pair must have the same size.",
			assertThrows(DrsformerException.class, () -> RainStatistics.of(large, small)).getMessage());
		assertTrue(assertThrows(DrsformerException.class, () -> RainStatistics.of(color, small)).getMessage()
			.contains("number of channels"));
	}
}
