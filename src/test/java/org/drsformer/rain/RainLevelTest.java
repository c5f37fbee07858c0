package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/** How strong rain is, on a photograph, by PSNR of luma rounded to integers. */
class RainLevelTest {

	private static final RandomAccessibleInterval<ARGBType> CLEAN = photograph();

	private static RandomAccessibleInterval<ARGBType> photograph() {
		final int[] pixels = (int[]) ImageFiles.read(Path.of("test-images/clean/astronaut.png"))
			.getProcessor()
			.getPixels();
		return ArrayImgs.argbs(pixels, 320, 320);
	}

	private static double psnr(final RainStyle style, final long seed) {
		return LumaPsnr.of(new RainSynthesizer(style, seed).rainy(CLEAN), CLEAN);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void moreRainIsMoreDamage(final long seed) {
		double before = Double.POSITIVE_INFINITY;
		for (int step = 0; step <= 20; step++) {
			final double psnr = psnr(new RainLevel(step / 20.0), seed);
			assertTrue(psnr < before, step / 20.0 + ": " + psnr);
			before = psnr;
		}
	}

	@Test
	void moreRainMakesNoPixelOfItDarker() {
		for (int seed = 0; seed < 10; seed++) {
			float[] before = new float[80 * 60];
			for (int step = 0; step <= 10; step++) {
				final float[] rain = RainMap.of(new RainLevel(step / 10.0).draw(new Random(seed)), 80, 60, seed)
					.values();
				for (int i = 0; i < rain.length; i++)
					assertTrue(rain[i] >= before[i]);
				before = rain;
			}
		}
	}

	/** Rainy Rain200L has 26.7 dB and Rain200H 13.1. */
	@ParameterizedTest
	@CsvSource({ "RAIN200L, 26, 30", "RAIN200H, 12, 16" })
	void presetsAreAsStrongAsTheirDataSets(final RainPreset preset, final double min, final double max) {
		double sum = 0;
		for (int seed = 0; seed < 24; seed++)
			sum += psnr(preset, seed);
		final double mean = sum / 24;
		assertTrue(mean > min && mean < max, "mean " + mean);
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY })
	void levelsOutside(final double level) {
		final String message = assertThrows(DrsformerException.class, () -> new RainLevel(level)).getMessage();
		assertTrue(message.contains("" + level), message);
	}

	@Test
	void choices() {
		assertEquals(new RainLevel(0.5), RainChoice.of("none", 0.5, "auto"));
		assertEquals(RainPreset.MIXED, RainChoice.of("Mixed", 9, "auto"));
		final RainStyle screened = RainChoice.of("rain200h", 0, "screen");
		assertEquals(Blending.SCREEN, new RainSynthesizer(screened, 1).rain(0).blending());
		assertEquals("There is no rain \"snow\"; choose one of rain200l, rain200h, mixed.",
			assertThrows(DrsformerException.class, () -> RainChoice.of("snow", 0, "auto")).getMessage());
	}

	@Test
	void mixedRainIsBlendedInAllWays() {
		final RainSynthesizer mixed = new RainSynthesizer(RainPreset.MIXED, 1);
		final int[] counts = new int[3];
		for (int number = 0; number < 1000; number++)
			counts[mixed.rain(number).blending().ordinal()]++;
		assertEquals(850, counts[0], 40);
		assertEquals(90, counts[1], 30);
	}
}
