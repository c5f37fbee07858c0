package org.drsformer.rain.measure;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.drsformer.Progress;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.rain.ImagePlusRain;
import org.drsformer.rain.RainPreset;
import org.drsformer.rain.RainSynthesizer;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;

/**
 * The rain of the presets on photographs looks like that of the data sets of the same name. The test compares means
 * over 40 images (five photographs, eight seeds each) with means over the official images.
 */
class PresetStatisticsTest {

	private static final int SEEDS = 8;

	/** The mean of a value in the official images, and how far the rain of the preset may differ from it. */
	private record Cell(String name, ToDoubleFunction<RainStatistics> value, double official, double tolerance) {

		void check(final RainStatistics measured) {
			assertEquals(official, value.applyAsDouble(measured), tolerance, () -> name + " of " + measured);
		}
	}

	/** The official means are over all 200 pairs of Rain200L. The autocorrelation at 50 % is a quarter too long. */
	@Test
	void lightRainIsThatOfRain200L() {
		final RainStatistics light = statistics(RainPreset.RAIN200L);
		check(light, new Cell("above 3", RainStatistics::above3, 0.249, 0.03),
			new Cell("above 30", RainStatistics::above30, 0.036, 0.01),
			new Cell("median", RainStatistics::median, 0, 0.5), new Cell("p90", RainStatistics::p90, 15.7, 2),
			new Cell("p99", RainStatistics::p99, 48, 10), new Cell("along 50 %", RainStatistics::along50, 10.7, 3.6),
			new Cell("along 20 %", RainStatistics::along20, 26.9, 2.5),
			new Cell("across", RainStatistics::across50, 1.42, 0.1),
			new Cell("spread", RainStatistics::spread, 3.9, 0.8),
			new Cell("coherence", RainStatistics::coherence, 0.84, 0.05),
			new Cell("angle", RainStatistics::angle, 28, 3));
	}

	/**
	 * Length, width and spread are compared with the six measured images of Rain200H, and the angle with the middle
	 * between them (9) and 34 images of Rain100H (6). The amount of rain is compared with Rain100H: the six images have
	 * less rain (.72/.44, 30/78/114), but they are few, and the rainy images of the whole Rain200H have 13.1 dB, less
	 * than the 15 dB of this preset. The coherence is above that of the official images, by a tenth.
	 */
	@Test
	void heavyRainIsThatOfRain200H() {
		final RainStatistics heavy = statistics(RainPreset.RAIN200H);
		check(heavy, new Cell("above 3", RainStatistics::above3, 0.87, 0.07),
			new Cell("above 30", RainStatistics::above30, 0.60, 0.08),
			new Cell("median", RainStatistics::median, 44, 8), new Cell("p90", RainStatistics::p90, 97, 10),
			new Cell("p99", RainStatistics::p99, 141, 18), new Cell("along 50 %", RainStatistics::along50, 11.9, 1.5),
			new Cell("along 20 %", RainStatistics::along20, 27, 3),
			new Cell("across", RainStatistics::across50, 1.33, 0.1),
			new Cell("spread", RainStatistics::spread, 6.8, 1.6),
			new Cell("coherence", RainStatistics::coherence, 0.79, 0.13),
			new Cell("angle", RainStatistics::angle, 7.5, 3));
	}

	private static void check(final RainStatistics measured, final Cell... cells) {
		assertAll(Stream.of(cells).map(cell -> () -> cell.check(measured)));
	}

	private static RainStatistics statistics(final RainPreset preset) {
		final List<ImagePlus> photographs = Stream.of("astronaut", "cat", "coffee", "raccoon", "rocket")
			.map(name -> ImageFiles.read(Path.of("test-images/clean", name + ".png")))
			.toList();
		return RainStatistics.mean(IntStream.range(0, SEEDS * photographs.size())
			.parallel()
			.mapToObj(number -> statistics(preset, photographs.get(number % photographs.size()), number))
			.toList());
	}

	private static RainStatistics statistics(final RainPreset preset, final ImagePlus clean, final long seed) {
		return RainStatistics.of(ImagePlusRain.rainy(clean, new RainSynthesizer(preset, seed), Progress.NONE), clean);
	}
}
