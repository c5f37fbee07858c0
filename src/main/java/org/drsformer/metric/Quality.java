package org.drsformer.metric;

/**
 * What was measured on one pair of planes, or on one channel of it. The errors are on the scale that the protocol's
 * PSNR uses: grey levels, but 0..1 for {@link Protocol#didDdn()}.
 *
 * @param psnr peak signal-to-noise ratio in dB; positive infinity for identical images
 * @param ssim structural similarity, at most 1
 * @param mse mean squared error
 * @param mae mean absolute error
 */
public record Quality(double psnr, double ssim, double mse, double mae) {

	/** Root of the mean squared error. */
	public double rmse() {
		return Math.sqrt(mse);
	}
}
