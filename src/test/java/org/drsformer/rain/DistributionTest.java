package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.drsformer.rain.Distribution.Gamma;
import org.drsformer.rain.Distribution.LogUniform;
import org.drsformer.rain.Distribution.Normal;
import org.drsformer.rain.Distribution.Slanted;
import org.drsformer.rain.Distribution.Uniform;
import org.junit.jupiter.api.Test;

class DistributionTest {

	/** Sorted. */
	private static double[] draws(final Distribution distribution) {
		final Random random = new Random(4);
		final double[] draws = new double[20_000];
		Arrays.setAll(draws, i -> distribution.draw(random));
		Arrays.sort(draws);
		assertTrue(draws[0] >= distribution.min() && draws[draws.length - 1] <= distribution.max());
		return draws;
	}

	private static void check(final Distribution distribution, final double deviation, final double median) {
		final double[] draws = draws(distribution);
		final double mean = Arrays.stream(draws).average().orElseThrow();
		final double variance = Arrays.stream(draws).map(draw -> (draw - mean) * (draw - mean)).average().orElseThrow();
		assertEquals(distribution.mean(), mean, 0.03 * deviation + 1e-12);
		assertEquals(deviation, Math.sqrt(variance), 0.03 * deviation + 1e-12);
		assertEquals(median, draws[draws.length / 2], 0.04 * deviation + 1e-12);
	}

	@Test
	void meanDeviationAndMedianAreThoseOfTheBooks() {
		check(new Uniform(2, 8), 6 / Math.sqrt(12), 5);
		check(Distribution.constant(3), 0, 3);
		check(new LogUniform(10, 90), 22.0, 30);
		check(new Normal(-7, 2.5), 2.5, -7);
		check(new Gamma(1, 0.08, 100), 0.08, 0.08 * Math.log(2));
		check(new Gamma(2, 0.08, 100), 0.08 / Math.sqrt(2), 0.04 * 1.678347);
	}

	@Test
	void aCutLowersWhatIsAbove() {
		final double[] draws = draws(new Gamma(1, 1, 2));
		assertEquals(Math.exp(-2), Arrays.stream(draws).filter(draw -> draw == 2).count() / 20_000.0, 0.01);
	}

	@Test
	void slantedIsSeldomNearZero() {
		final double[] sizes = Arrays.stream(draws(new Slanted(35))).map(Math::abs).toArray();
		assertEquals(26.25, Arrays.stream(sizes).average().orElseThrow(), 0.3);
		assertEquals(1 / 8.0, Arrays.stream(sizes).filter(size -> size < 17.5).count() / 20_000.0, 0.01);
	}

	/** Bits of single draws: they are the same on every machine. */
	@Test
	void bitsStay() {
		final Random random = new Random(1);
		double sum = 0;
		for (final Distribution distribution : new Distribution[] { new Uniform(1, 2), new LogUniform(10, 90),
			new Slanted(35), new Normal(0, 8), new Gamma(1, 1, 9), new Gamma(3, 1, 9) })
			sum = 31 * sum + distribution.draw(random);
		assertEquals(7.168204945605451E7, sum);
	}
}
