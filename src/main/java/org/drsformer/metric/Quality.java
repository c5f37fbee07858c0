package org.drsformer.metric;

/**
 * The scores of two planes or of one of their channels. The errors have the scale on which the protocol computes PSNR:
 * grey levels, but 0..1 for {@link Protocol#didDdn()}.
 *
 * @param psnr peak signal-to-noise ratio in dB; positive infinity for identical images
 * @param ssim structural similarity, at most 1
 * @param mse mean squared error
 * @param mae mean absolute error
 */
public record Quality(double psnr, double ssim, double mse, double mae) {

	/** Returns the root of the mean squared error. */
	public double rmse() {
		return Math.sqrt(mse);
	}
}
