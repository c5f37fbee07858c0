package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Checks the values that the README of the fixtures states. */
class FixtureWeightsTest {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	@Test
	void theFormulaGivesTheCheckValues() {
		assertEquals(0x6d1cf81ef83b28c6L, FixtureWeights.fnv1a64("output.weight"));
		final double[] expected = { -0.6129016280174255, -0.06093865633010864, 0.5265465378761292 };
		final long start = 211 * GOLDEN + FixtureWeights.fnv1a64("output.weight");
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], FixtureWeights.uniform(start + (i + 1) * GOLDEN));
	}

	/** Compares an output of the original network in both precisions. */
	@Test
	void arraysAreReadInBothPrecisions() {
		final Npy single = Npy.read("fixtures/d8_plain/raw0_rnd_16x24_f32.npy");
		final Npy twice = Npy.read("fixtures/d8_plain/raw0_rnd_16x24_f64.npy");
		assertArrayEquals(new int[] { 1, 3, 16, 24 }, single.shape());
		assertArrayEquals(single.data(), twice.data(), 1e-6);
		assertEquals(single.data()[7], single.floats()[7]);
	}
}
