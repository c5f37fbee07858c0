package org.drsformer.metric.noreference;

import java.util.Arrays;

import org.drsformer.metric.plane.Plane;

/**
 * Halves an image as MATLAB's {@code imresize(image, 0.5)} does: bicubic with antialiasing, borders mirrored with the
 * border pixel twice, not rounded. An odd size is rounded up.
 */
final class Halving {

	/**
	 * The weights of the pixels 2k - 3 .. 2k + 4 for pixel k of the result: the cubic of Keys (1981), a = -0.5, at the
	 * distances 1.75, 1.25, 0.75, 0.25 and back, divided by their sum.
	 */
	private static final double[] WEIGHTS = { -0.01171875, -0.03515625, 0.11328125, 0.43359375, 0.43359375, 0.11328125,
		-0.03515625, -0.01171875 };

	private static final int FIRST = -3;

	private Halving() {
		// static functions only
	}

	/** Returns the image in half size. */
	static Plane of(final Plane plane) {
		final Plane half = new Plane((plane.width() + 1) / 2, (plane.height() + 1) / 2);
		final double[] row = new double[plane.width()];
		for (int y = 0; y < half.height(); y++) {
			Arrays.fill(row, 0);
			for (int k = 0; k < WEIGHTS.length; k++)
				addRow(plane, mirrored(2 * y + FIRST + k, plane.height()), WEIGHTS[k], row);
			reduce(row, half.values(), y * half.width(), half.width());
		}
		return half;
	}

	private static void addRow(final Plane plane, final int y, final double weight, final double[] row) {
		final int start = y * plane.width();
		for (int x = 0; x < row.length; x++)
			row[x] += weight * plane.values()[start + x];
	}

	private static void reduce(final double[] row, final double[] half, final int start, final int width) {
		for (int x = 0; x < width; x++) {
			double sum = 0;
			for (int k = 0; k < WEIGHTS.length; k++)
				sum += WEIGHTS[k] * row[mirrored(2 * x + FIRST + k, row.length)];
			half[start + x] = sum;
		}
	}

	/** Returns an index inside, mirrored at the outer edge of the border pixels as often as needed. */
	private static int mirrored(final int i, final int length) {
		if (i >= 0 && i < length)
			return i;
		final int inPeriod = Math.floorMod(i, 2 * length);
		return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
	}
}
