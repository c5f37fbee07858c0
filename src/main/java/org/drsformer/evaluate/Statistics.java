package org.drsformer.evaluate;

import java.util.Arrays;

import org.drsformer.metric.Mean;

/**
 * The distribution of a score over a data set.
 *
 * @param mean of the finite values; says how many were infinite
 * @param deviation sample standard deviation (n - 1) of the finite values; not a number for fewer than two
 * @param median of all values, the infinite ones too; not a number if there are none
 */
public record Statistics(Mean mean, double deviation, double median) {

	/** @param values may contain positive infinity */
	public static Statistics of(final double... values) {
		final Mean mean = Mean.of(values);
		return new Statistics(mean, deviation(values, mean), median(values));
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

	private static double median(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		final int middle = sorted.length / 2;
		if (sorted.length == 0)
			return Double.NaN;
		return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}
}
