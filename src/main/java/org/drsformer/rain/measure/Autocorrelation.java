package org.drsformer.rain.measure;

import java.util.HashMap;
import java.util.Map;

/** How similar a layer is to itself when it is moved: 1 without a move, about 0 for a move to unrelated places. */
final class Autocorrelation {

	/** Of the moves that are looked at, in pixels. */
	private static final double STEP = 0.25;

	private final float[] values;
	private final int width;
	private final int height;
	private final double variance;

	/** Of moves by whole pixels. */
	private final Map<Long, Double> known = new HashMap<>();

	Autocorrelation(final RainLayer layer) {
		width = layer.width();
		height = layer.height();
		values = layer.values().clone();
		double sum = 0;
		for (final float value : values)
			sum += value;
		for (int i = 0; i < values.length; i++)
			values[i] -= (float) (sum / values.length);
		variance = product(0, 0);
	}

	/**
	 * Returns how far the layer can be moved in a direction until the autocorrelation falls below a threshold.
	 *
	 * @param right step to the right of a move by one pixel
	 * @param down step down
	 * @param threshold in 0..1
	 * @return in pixels; not a number if the layer is even, or if the threshold is not reached within half of its
	 *         smaller side
	 */
	double length(final double right, final double down, final double threshold) {
		if (!(variance > 0))
			return Double.NaN;
		double before = 1;
		for (double move = STEP; move <= Math.min(width, height) / 2.0; move += STEP) {
			final double here = at(move * right, move * down);
			if (here < threshold)
				return move - STEP * (threshold - here) / (before - here);
			before = here;
		}
		return Double.NaN;
	}

	/** Linear between moves by whole pixels. */
	private double at(final double right, final double down) {
		final int x = (int) Math.floor(right);
		final int y = (int) Math.floor(down);
		final double above = mix(known(x, y), known(x + 1, y), right - x);
		final double below = mix(known(x, y + 1), known(x + 1, y + 1), right - x);
		return mix(above, below, down - y);
	}

	private static double mix(final double a, final double b, final double share) {
		return a + (b - a) * share;
	}

	private double known(final int right, final int down) {
		return known.computeIfAbsent((long) down << Integer.SIZE | right & 0xffffffffL,
			move -> product(right, down) / variance);
	}

	/** The mean product of pixels that are so far apart, both inside of the layer. */
	private double product(final int right, final int down) {
		double sum = 0;
		final int first = Math.max(0, -right);
		final int last = width - Math.max(0, right);
		final int rows = height - Math.abs(down);
		for (int row = 0; row < rows; row++) {
			final int upper = (row + Math.max(0, -down)) * width;
			final int lower = upper + down * width + right;
			for (int column = first; column < last; column++)
				sum += values[upper + column] * values[lower + column];
		}
		return sum / ((double) rows * (last - first));
	}
}
