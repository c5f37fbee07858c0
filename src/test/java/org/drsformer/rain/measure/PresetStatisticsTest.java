package org.drsformer.rain.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.drsformer.Progress;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.rain.ImagePlusRain;
import org.drsformer.rain.RainPreset;
import org.drsformer.rain.RainSynthesizer;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;

/** The rain of the presets on photographs looks as that of the data sets whose names they have. */
class PresetStatisticsTest {

	private static final int SEEDS = 8;

	@Test
	void x() {
		for (final RainPreset preset : new RainPreset[] { RainPreset.RAIN200L, RainPreset.RAIN200H })
			System.out.println(preset + " " + statistics(preset));
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
		return RainStatistics.of(
			RainLayer.of(ImagePlusRain.rainy(clean, new RainSynthesizer(preset, seed), Progress.NONE), clean));
	}
}
