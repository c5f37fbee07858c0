package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How far results are from what is expected: the largest and the mean absolute difference. */
public record Deviation(double max, double mean) {

	/** What float32 may cost in a whole network. */
	static final double CLOSE = 1e-5;

	/** What one flipped index of a top-k may change anywhere, and on average. */
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

	/** Fails also where there are NaNs. */
	public void assertWithin(final double tolerance, final String what) {
		assertTrue(max <= tolerance, () -> what + ": " + this);
	}

	/**
	 * Where two scores are nearly equal, another index among the k largest is as right as the original's.
	 *
	 * @return whether that has happened
	 */
	boolean assertWithinOrFlipped(final double tolerance, final String what) {
		if (max <= tolerance)
			return false;
		assertTrue(max <= FLIPPED && mean <= FLIPPED_MEAN, () -> what + ", even for a flipped index: " + this);
		return true;
	}
}
