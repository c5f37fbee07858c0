package org.drsformer.metric.noreference;

import java.util.Arrays;

import org.apache.commons.math3.special.Gamma;

/**
 * The shapes alpha of generalized Gaussian distributions among which the releases search: 0.2, 0.201, ..., 10. For each
 * the table has the ratio Gamma(2/alpha)^2 / (Gamma(1/alpha) Gamma(3/alpha)), which grows with alpha: so the nearest
 * one is found by bisection, and not by comparing all 9801.
 */
final class ShapeTable {

	private static final int COUNT = 9801;

	private static final double[] RATIOS = new double[COUNT];

	static {
		for (int i = 0; i < COUNT; i++)
			RATIOS[i] = square(gamma(2, i)) / (gamma(1, i) * gamma(3, i));
	}

	private ShapeTable() {
		// static functions only
	}

	/** Returns the alpha of an index; the division makes each the number next to its decimal. */
	private static double alpha(final int index) {
		return (200 + index) / 1000.0;
	}

	private static double gamma(final int numerator, final int index) {
		return Gamma.gamma(numerator / alpha(index));
	}

	private static double square(final double value) {
		return value * value;
	}

	/**
	 * Returns the alpha whose ratio is nearest, the first if two are equally near, as MATLAB's {@code min} does.
	 *
	 * @param ratio mean(|v|)^2 / mean(v^2), corrected for asymmetry; 0.2 is returned if it is not a number
	 */
	static double ofRatio(final double ratio) {
		final int above = above(ratio);
		return alpha(
			above == 0 || square(RATIOS[above] - ratio) < square(RATIOS[above - 1] - ratio) ? above : above - 1);
	}

	/**
	 * Returns the alpha for which 1 / ratio is nearest, the first if two are equally near.
	 *
	 * @param inverse mean(v^2) / mean(|v|)^2
	 */
	static double ofInverse(final double inverse) {
		final int above = above(1 / inverse);
		return alpha(
			above == 0 || Math.abs(1 / RATIOS[above] - inverse) < Math.abs(1 / RATIOS[above - 1] - inverse) ? above
				: above - 1);
	}

	/** Returns the first index whose ratio is not below; the last index if there is none, 0 for NaN. */
	private static int above(final double ratio) {
		if (Double.isNaN(ratio))
			return 0;
		final int found = Arrays.binarySearch(RATIOS, ratio);
		return Math.min(found < 0 ? -found - 1 : found, COUNT - 1);
	}
}
