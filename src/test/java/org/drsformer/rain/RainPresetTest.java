package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.drsformer.rain.Distribution.Gamma;
import org.junit.jupiter.api.Test;

class RainPresetTest {

	private static final int COUNT = 4000;
	/** Five standard deviations of a share of COUNT. */
	private static final double TOLERANCE = 0.04;

	/** Half of the heavy rain has 0.1 to 0.22 instead of 0.07 to 0.15, of which 7/12 are brighter than 0.15. */
	@Test
	void mixedHasTheSharesThatItTells() {
		final Random random = new Random(1);
		final List<Gamma> recipes = IntStream.range(0, COUNT)
			.boxed()
			.flatMap(i -> RainPreset.MIXED.draw(random).layers().stream().limit(1))
			.map(Streaks::brightness)
			.filter(Gamma.class::isInstance)
			.map(Gamma.class::cast)
			.toList();
		assertEquals(0.3, share(recipes, gamma -> gamma.shape() == 1), TOLERANCE);
		assertEquals(0.4, share(recipes, gamma -> gamma.shape() == 2), TOLERANCE);
		assertEquals(0.2 * 7 / 12, share(recipes, gamma -> gamma.shape() == 2 && gamma.mean() > 0.15), TOLERANCE);
	}

	private static double share(final List<Gamma> recipes, final Predicate<Gamma> condition) {
		return (double) recipes.stream().filter(condition).count() / COUNT;
	}
}
