package org.drsformer.evaluate.compare;

import java.util.Arrays;

import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.drsformer.evaluate.score.Statistics;

/**
 * The interval that has 95 % of the means of random samples, drawn with repetition from the differences (percentile
 * method of Efron and Tibshirani, 1993). The seed is always the same, and so is the interval.
 *
 * @param lower 2.5 % of the means are below
 * @param upper 2.5 % of the means are above
 */
record Bootstrap(double lower, double upper) {

	private static final int SAMPLES = 10_000;

	private static final double OUTSIDE = 0.025;

	private static final int SEED = 20230620;

	/** Returns the interval; not a number if there are fewer than two differences. */
	static Bootstrap of(final double... differences) {
		if (differences.length < 2)
			return new Bootstrap(Double.NaN, Double.NaN);
		final RandomGenerator random = new Well19937c(SEED);
		final double[] means = new double[SAMPLES];
		Arrays.setAll(means, i -> mean(differences, random));
		return new Bootstrap(Statistics.quantile(OUTSIDE, means), Statistics.quantile(1 - OUTSIDE, means));
	}

	private static double mean(final double[] differences, final RandomGenerator random) {
		double sum = 0;
		for (int i = 0; i < differences.length; i++)
			sum += differences[random.nextInt(differences.length)];
		return sum / differences.length;
	}
}
