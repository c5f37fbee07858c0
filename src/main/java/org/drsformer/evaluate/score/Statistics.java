package org.drsformer.evaluate.score;

import java.util.Arrays;

import org.drsformer.metric.Mean;

/**
 * The distribution of a score over a data set.
 *
 * @param mean of the finite values; says how many were infinite
 * @param deviation sample standard deviation (n - 1) of the finite values; not a number for fewer than two
 * @param median of all values, including the infinite ones; not a number if there are none
 */
public record Statistics(Mean mean, double deviation, double median) {

	/**
	 * Returns the statistics of a score.
	 *
	 * @param values may contain positive infinity
	 */
	public static Statistics of(final double... values) {
		final Mean mean = Mean.of(values);
		return new Statistics(mean, deviation(values, mean), quantile(0.5, values));
	}

	private static double deviation(final double[] values, final Mean mean) {
		final int finite = mean.count() - mean.infinite();
		final double squares = Arrays.stream(values)
			.filter(Double::isFinite)
			.map(value -> value - mean.value())
			.map(distance -> distance * distance)
			.sum();
		return finite < 2 ? Double.NaN : Math.sqrt(squares / (finite - 1));
	}

	/**
	 * Returns the value below which a share of the values lies, interpolated between the two nearest values.
	 *
	 * @param share 0 for the smallest value, 0.5 for the median, 1 for the largest value
	 * @param values in any order; may contain positive infinity
	 * @return not a number if there are no values
	 */
	public static double quantile(final double share, final double... values) {
		if (values.length == 0)
			return Double.NaN;
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final double position = share * (sorted.length - 1);
		final int below = (int) position;
		final double weight = position - below;
		// infinity times 0 would not be a number
		return weight == 0 ? sorted[below] : (1 - weight) * sorted[below] + weight * sorted[below + 1];
	}
}
