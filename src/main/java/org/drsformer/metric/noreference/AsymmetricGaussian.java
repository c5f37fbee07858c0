package org.drsformer.metric.noreference;

import org.apache.commons.math3.special.Gamma;

/**
 * An asymmetric generalized Gaussian distribution, fitted by moments after Lasmar, Stitou and Berthoumieu,
 * <i>Multiscale skewed heavy tailed model for texture analysis</i>, ICIP 2009, as {@code estimateaggdparam.m} of both
 * releases does.
 *
 * @param alpha shape; 2 for a Gaussian
 * @param left root mean square of the negative numbers; not a number if there are none
 * @param right root mean square of the positive numbers; not a number if there are none
 */
record AsymmetricGaussian(double alpha, double left, double right) {

	static AsymmetricGaussian of(final Moments moments) {
		final double left = moments.negativeRms();
		final double right = moments.positiveRms();
		final double g = left / right;
		final double ratio = moments.meanMagnitude() * moments.meanMagnitude() / moments.meanSquare();
		final double corrected = ratio * (g * g * g + 1) * (g + 1) / ((g * g + 1) * (g * g + 1));
		return new AsymmetricGaussian(ShapeTable.ofRatio(corrected), left, right);
	}

	/** Returns the scale of the left side, beta. */
	double leftScale() {
		return left * scalePerRms();
	}

	/** Returns the scale of the right side, beta. */
	double rightScale() {
		return right * scalePerRms();
	}

	private double scalePerRms() {
		return Math.sqrt(Gamma.gamma(1 / alpha) / Gamma.gamma(3 / alpha));
	}

	/** Returns the mean of the distribution, eta. */
	double mean() {
		return (rightScale() - leftScale()) * Gamma.gamma(2 / alpha) / Gamma.gamma(1 / alpha);
	}
}
