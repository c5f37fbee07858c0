package org.drsformer.metric;

import java.util.Arrays;

import org.drsformer.metric.plane.Plane;

/**
 * The automatic downsampling of Wang's {@code ssim.m} by f = max(1, round(min(width, height) / 256)): every f-th pixel
 * of an f x f box average with symmetric borders. The box of pixel i covers i - (f - 1) / 2 .. i + f / 2 (integer
 * division), as MATLAB's {@code imfilter} places an even window.
 */
final class Downsampling {

	private Downsampling() {
		// static methods only
	}

	/** Returns the plane reduced by f; the plane itself if f is 1. */
	static Plane reduce(final Plane plane) {
		final int factor = factor(plane.width(), plane.height());
		return factor == 1 ? plane : reduce(plane, factor);
	}

	/** Returns f; halves are rounded up, as MATLAB does: 384 pixels are reduced by 2. */
	static int factor(final int width, final int height) {
		return (int) Math.max(1, Math.round(Math.min(width, height) / 256.0));
	}

	private static Plane reduce(final Plane plane, final int factor) {
		final Plane reduced = new Plane(ceilDivide(plane.width(), factor), ceilDivide(plane.height(), factor));
		final double[] columns = new double[plane.width()];
		for (int y = 0; y < reduced.height(); y++) {
			sumRows(plane, y * factor, factor, columns);
			sumColumns(columns, factor, reduced, y);
		}
		return reduced;
	}

	private static void sumRows(final Plane plane, final int y, final int factor, final double[] columns) {
		Arrays.fill(columns, 0);
		for (int k = 0; k < factor; k++) {
			final int start = plane.width() * mirrored(y + k - (factor - 1) / 2, plane.height());
			for (int x = 0; x < columns.length; x++)
				columns[x] += plane.values()[start + x];
		}
	}

	private static void sumColumns(final double[] columns, final int factor, final Plane reduced, final int y) {
		for (int x = 0; x < reduced.width(); x++) {
			double sum = 0;
			for (int k = 0; k < factor; k++)
				sum += columns[mirrored(x * factor + k - (factor - 1) / 2, columns.length)];
			reduced.values()[y * reduced.width() + x] = sum / (factor * factor);
		}
	}

	/**
	 * Returns an index inside, mirrored at the outer edge of the border pixels: -1 becomes 0, and length becomes length
	 * - 1.
	 */
	private static int mirrored(final int i, final int length) {
		return i < 0 ? -1 - i : i >= length ? 2 * length - 1 - i : i;
	}

	private static int ceilDivide(final int a, final int b) {
		return (a + b - 1) / b;
	}
}
