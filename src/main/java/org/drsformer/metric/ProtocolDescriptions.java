package org.drsformer.metric;

/** What each protocol computes and where that comes from, for users: one or two sentences each. */
final class ProtocolDescriptions {

	static final String RAIN200_SPA = """
		Rain200L, Rain200H and SPA-Data, as the MATLAB script of Restormer and DRSformer: luma rounded to \
		integers, PSNR against 255, SSIM of Wang 2004 (Gaussian 11 x 11, sigma 1.5, windows inside the image, no \
		downsampling). 8-bit images.""";

	static final String DID_DDN = """
		DID-Data and DDN-Data, as the MATLAB script of RCDNet and DRSformer: luma in double precision, PSNR on \
		0..1, SSIM of Wang 2004 after automatic downsampling by round(min(width, height) / 256). 8-bit and \
		16-bit images by their own range.""";

	static final String RGB = """
		All three channels instead of luma, as papers on denoising and deblurring: PSNR of their common MSE \
		against 255, mean of their SSIMs (Wang 2004, Gaussian 11 x 11, sigma 1.5, windows inside the image). 1 \
		to 2 dB lower than luma. 8-bit images.""";

	static final String BASICSR_Y = """
		As BasicSR in deraining repositories with test_y_channel, the numbers of training logs: luma in single \
		precision, PSNR against 255 (against 1 where the result has no value above 1), SSIM with Gaussian 11 x \
		11 for every pixel, borders repeated. 8-bit images.""";

	static final String SCIENTIFIC = """
		Any bit depth and any channels, as scikit-image by default: PSNR of all channels, mean of their SSIMs \
		(uniform 7 x 7, sample covariance), against the range of the integer type or a stated one.""";

	static final String SCIENTIFIC_GAUSSIAN = """
		Any bit depth and any channels, as scikit-image with gaussian_weights: PSNR of all channels, mean of \
		their SSIMs (Wang 2004, Gaussian 11 x 11, sigma 1.5), against the range of the integer type or a stated \
		one.""";

	private ProtocolDescriptions() {
		// only constants
	}
}
