package org.drsformer.metric.noreference;

/** Sums over numbers, negative and positive ones apart: what fits of generalized Gaussian distributions need. */
final class Moments {

	private long count;
	private long negatives;
	private long positives;
	private double negativeSquares;
	private double positiveSquares;
	private double magnitudes;

	/** Adds the products a[startA + i] * b[startB + i] for i below a length. */
	void addProducts(final double[] a, final int startA, final double[] b, final int startB, final int length) {
		final double[] products = new double[length];
		for (int i = 0; i < length; i++)
			products[i] = a[startA + i] * b[startB + i];
		addAll(products, 0, length);
	}

	/**
	 * Adds some numbers. Without branches, since signs are as good as random: v - |v| is twice the negative part of v,
	 * and exact.
	 */
	void addAll(final double[] values, final int start, final int length) {
		double negative = 0;
		double positive = 0;
		double sum = 0;
		long below = 0;
		long above = 0;
		for (int i = start; i < start + length; i++) {
			final double value = values[i];
			final double magnitude = Math.abs(value);
			negative += (value - magnitude) * (value - magnitude);
			positive += (value + magnitude) * (value + magnitude);
			sum += magnitude;
			below += sign(value + 0.0);
			above += sign(0.0 - value);
		}
		count += length;
		negatives += below;
		positives += above;
		negativeSquares += negative / 4;
		positiveSquares += positive / 4;
		magnitudes += sum;
	}

	/** Returns 1 for a negative number and 0 for a positive one or zero; there must be no negative zero. */
	private static long sign(final double value) {
		return Double.doubleToRawLongBits(value) >>> 63;
	}

	/** Returns the root mean square of the negative numbers; not a number if there are none. */
	double negativeRms() {
		return Math.sqrt(negativeSquares / negatives);
	}

	/** Returns the root mean square of the positive numbers; not a number if there are none. */
	double positiveRms() {
		return Math.sqrt(positiveSquares / positives);
	}

	/** Returns the mean of the absolute values, zeros included. */
	double meanMagnitude() {
		return magnitudes / count;
	}

	/** Returns the mean of the squares, zeros included. */
	double meanSquare() {
		return (negativeSquares + positiveSquares) / count;
	}
}
