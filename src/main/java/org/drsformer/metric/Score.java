package org.drsformer.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The score of a result against its target by one protocol. The numbers of a stack are the means over its planes.
 *
 * @param protocol name of the protocol
 * @param dataRange the range that it was scored against, in grey levels of the images
 * @param planes the score of each plane, at least one
 */
public record Score(String protocol, double dataRange, List<PlaneScore> planes) {

	/**
	 * Returns the peak signal-to-noise ratio in dB: positive infinity for identical images. For a stack it is the mean
	 * over the planes where it is finite; {@link #meanPsnr()} says how many those are.
	 */
	public double psnr() {
		return meanPsnr().value();
	}

	/** Returns the mean PSNR of the planes, and how many of them are identical and left out of it. */
	public Mean meanPsnr() {
		return mean(Quality::psnr);
	}

	/** Returns the structural similarity, 1 for identical images. */
	public double ssim() {
		return mean(Quality::ssim).value();
	}

	/** Returns the mean squared error, on the scale on which the protocol computes PSNR. */
	public double mse() {
		return mean(Quality::mse).value();
	}

	/** Returns the root of {@link #mse()}. */
	public double rmse() {
		return Math.sqrt(mse());
	}

	/** Returns the mean absolute error, on the scale on which the protocol computes PSNR. */
	public double mae() {
		return mean(Quality::mae).value();
	}

	private Mean mean(final ToDoubleFunction<Quality> value) {
		return Mean.of(planes.stream().map(PlaneScore::quality).mapToDouble(value).toArray());
	}
}
