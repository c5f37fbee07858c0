package org.drsformer.metric;

import org.drsformer.DrsformerException;

/**
 * The square window of SSIM: a product of two equal one-dimensional windows whose weights have the sum 1.
 *
 * @param size pixels on each side, odd
 * @param sigma standard deviation of the Gaussian in pixels; infinite for equal weights
 */
public record Window(int size, double sigma) {

	/**
	 * Checks the size.
	 *
	 * @throws DrsformerException if the size is even or not positive, or sigma is not positive
	 */
	public Window {
		if (size < 1 || size % 2 == 0 || !(sigma > 0))
			throw new DrsformerException("An SSIM window of size " + size + " and sigma " + sigma +
				" cannot be used; the size must be odd and sigma positive.");
	}

	/** Returns a Gaussian window; that of Wang et al. (2004) is {@code gaussian(11, 1.5)}. */
	public static Window gaussian(final int size, final double sigma) {
		return new Window(size, sigma);
	}

	/** Returns a window of equal weights. */
	public static Window uniform(final int size) {
		return new Window(size, Double.POSITIVE_INFINITY);
	}

	/** Returns the pixels between the centre and the edge. */
	int radius() {
		return size / 2;
	}

	/**
	 * Returns the weights along one axis, from the centre outwards: index 0 is the centre, index {@link #radius()} the
	 * edge.
	 */
	double[] weightsFromCentre() {
		final double[] weights = new double[radius() + 1];
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			weights[i] = Math.exp(-0.5 * (i / sigma) * (i / sigma));
			sum += i == 0 ? weights[i] : 2 * weights[i];
		}
		for (int i = 0; i < weights.length; i++)
			weights[i] /= sum;
		return weights;
	}
}
