package org.drsformer.metric;

import org.drsformer.metric.plane.Plane;

/**
 * SSIM straight by its formula: for each window a sum over its size x size weights. The reference for {@link SsimRows}
 * in tests and in the benchmark.
 */
final class DirectSsim {

	private final Ssim ssim;

	private final Plane a;

	private final Plane b;

	private final double[] weights;

	private final double c1;

	private final double c2;

	private final double covarianceFactor;

	private DirectSsim(final Ssim ssim, final Plane a, final Plane b, final double dataRange) {
		final int size = ssim.window().size();
		this.ssim = ssim;
		this.a = a;
		this.b = b;
		weights = squareWindow(ssim.window());
		c1 = Math.pow(0.01 * dataRange, 2);
		c2 = Math.pow(0.03 * dataRange, 2);
		covarianceFactor = ssim.sampleCovariance() ? size * size / (size * size - 1.0) : 1;
	}

	/** Returns the mean over all windows inside the images. */
	static double mean(final Ssim ssim, final Plane a, final Plane b, final double dataRange) {
		final DirectSsim direct = new DirectSsim(ssim, a, b, dataRange);
		final int width = a.width() - ssim.window().size() + 1;
		final int height = a.height() - ssim.window().size() + 1;
		double sum = 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				sum += direct.window(x, y);
		return sum / width / height;
	}

	private static double[] squareWindow(final Window window) {
		final int size = window.size();
		final double[] weights = new double[size * size];
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			final double dx = i % size - size / 2;
			final double dy = i / size - size / 2;
			weights[i] = Math.exp(-(dx * dx + dy * dy) / (2 * window.sigma() * window.sigma()));
			sum += weights[i];
		}
		for (int i = 0; i < weights.length; i++)
			weights[i] /= sum;
		return weights;
	}

	private double window(final int left, final int top) {
		final int size = ssim.window().size();
		double muA = 0;
		double muB = 0;
		double squareA = 0;
		double squareB = 0;
		double product = 0;
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				final double weight = weights[y * size + x];
				final double valueA = a.values()[(top + y) * a.width() + left + x];
				final double valueB = b.values()[(top + y) * b.width() + left + x];
				muA += weight * valueA;
				muB += weight * valueB;
				squareA += weight * valueA * valueA;
				squareB += weight * valueB * valueB;
				product += weight * valueA * valueB;
			}
		return similarity(muA, muB, squareA + squareB - muA * muA - muB * muB, product - muA * muB);
	}

	private double similarity(final double muA, final double muB, final double variances, final double covariance) {
		return (2 * muA * muB + c1) * (2 * covarianceFactor * covariance + c2) /
			((muA * muA + muB * muB + c1) * (covarianceFactor * variances + c2));
	}
}
