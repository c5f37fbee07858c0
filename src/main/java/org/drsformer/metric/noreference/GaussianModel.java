package org.drsformer.metric.noreference;

import java.util.Arrays;

import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * A multivariate Gaussian distribution of features.
 *
 * @param mean for each feature
 * @param covariance symmetric
 */
record GaussianModel(double[] mean, double[][] covariance) {

	/**
	 * Fits the features of blocks: each mean over the blocks where the feature is a number, and the sample covariance
	 * (n - 1) over the blocks where all are.
	 *
	 * @param features of each block
	 * @return not finite if fewer than two blocks have numbers only
	 */
	static GaussianModel fit(final double[][] features) {
		final double[][] whole = Arrays.stream(features)
			.filter(block -> Arrays.stream(block).noneMatch(Double::isNaN))
			.toArray(double[][]::new);
		return new GaussianModel(means(features), covariance(whole));
	}

	private static double[] means(final double[][] features) {
		final double[] means = new double[features[0].length];
		for (int i = 0; i < means.length; i++) {
			final int feature = i;
			means[i] = Arrays.stream(features)
				.mapToDouble(block -> block[feature])
				.filter(value -> !Double.isNaN(value))
				.average()
				.orElse(Double.NaN);
		}
		return means;
	}

	private static double[][] covariance(final double[][] features) {
		if (features.length < 2)
			return new double[][] { { Double.NaN } };
		return new Covariance(features).getCovarianceMatrix().getData();
	}

	/** Returns whether every mean and covariance is a finite number. */
	boolean isFinite() {
		return Arrays.stream(mean).allMatch(Double::isFinite) && Double.isFinite(covariance[0][0]);
	}

	/**
	 * Returns the distance of two distributions: the root of d^T S^-1 d, where d is the difference of the means and S
	 * the mean of the covariances.
	 */
	double distance(final GaussianModel other) {
		final int n = mean.length;
		final double[] difference = new double[n];
		final double[][] shared = new double[n][n];
		for (int i = 0; i < n; i++) {
			difference[i] = mean[i] - other.mean[i];
			for (int j = 0; j < n; j++)
				shared[i][j] = (covariance[i][j] + other.covariance[i][j]) / 2;
		}
		return norm(whitened(shared, difference));
	}

	/** Returns L^-1 d, where L L^T = S (Cholesky): its length is the root of d^T S^-1 d. Overwrites S. */
	private static double[] whitened(final double[][] s, final double[] d) {
		for (int i = 0; i < d.length; i++) {
			for (int j = 0; j < i; j++)
				s[i][j] = (s[i][j] - dot(s[i], s[j], j)) / s[j][j];
			s[i][i] = Math.sqrt(s[i][i] - dot(s[i], s[i], i));
			d[i] = (d[i] - dot(s[i], d, i)) / s[i][i];
		}
		return d;
	}

	private static double dot(final double[] a, final double[] b, final int length) {
		double sum = 0;
		for (int i = 0; i < length; i++)
			sum += a[i] * b[i];
		return sum;
	}

	private static double norm(final double[] values) {
		return Math.sqrt(dot(values, values, values.length));
	}
}
