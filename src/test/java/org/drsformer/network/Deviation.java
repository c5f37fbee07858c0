package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The difference of results from expected values: the largest and the mean absolute difference. */
public record Deviation(double max, double mean) {

	/** The rounding error of float32 in a whole network. */
	static final double CLOSE = 1e-5;

	/** The largest and the mean change that one flipped index of a top-k may cause. */
	private static final double FLIPPED = 2e-2;
	private static final double FLIPPED_MEAN = 1e-3;

	public static Deviation between(final double[] expected, final double[] actual) {
		assertEquals(expected.length, actual.length);
		double max = 0;
		double sum = 0;
		for (int i = 0; i < expected.length; i++) {
			final double difference = Math.abs(expected[i] - actual[i]);
			max = Math.max(max, difference);
			sum += difference;
		}
		return new Deviation(max, sum / expected.length);
	}

	/** Fails if a difference is larger, or NaN. */
	public void assertWithin(final double tolerance, final String what) {
		assertTrue(max <= tolerance, () -> what + ": " + this);
	}

	/**
	 * Returns whether an index of a top-k is flipped: where two scores are nearly equal, either is right.
	 */
	boolean assertWithinOrFlipped(final double tolerance, final String what) {
		if (max <= tolerance)
			return false;
		assertTrue(max <= FLIPPED && mean <= FLIPPED_MEAN, () -> what + ", even for a flipped index: " + this);
		return true;
	}
}
