package org.drsformer.metric;

import org.drsformer.metric.plane.Plane;

/**
 * Sums of the differences between two planes.
 *
 * @param squared the sum of (a - b)^2
 * @param absolute the sum of |a - b|
 */
record PlaneError(double squared, double absolute) {

	/** Returns the sums. Each row is summed by itself, so that rounding errors stay small in large images. */
	static PlaneError of(final Plane a, final Plane b) {
		double squared = 0;
		double absolute = 0;
		for (int y = 0; y < a.height(); y++) {
			final PlaneError row = ofRow(a.values(), b.values(), y * a.width(), a.width());
			squared += row.squared;
			absolute += row.absolute;
		}
		return new PlaneError(squared, absolute);
	}

	private static PlaneError ofRow(final double[] a, final double[] b, final int start, final int length) {
		double squared = 0;
		double absolute = 0;
		for (int i = start; i < start + length; i++) {
			final double difference = a[i] - b[i];
			squared += difference * difference;
			absolute += Math.abs(difference);
		}
		return new PlaneError(squared, absolute);
	}
}
