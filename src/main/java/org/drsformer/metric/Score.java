package org.drsformer.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a protocol says of a result and its target. The numbers of a stack are the means over its planes.
 *
 * @param protocol name of the protocol
 * @param dataRange the range it was scored against, in grey levels of the images
 * @param planes the score of each plane, at least one
 */
public record Score(String protocol, double dataRange, List<PlaneScore> planes) {

	/**
	 * Peak signal-to-noise ratio in dB: positive infinity for identical images. In a stack it is the mean of those
	 * planes where it is finite; {@link #meanPsnr()} tells how many those are.
	 */
	public double psnr() {
		return meanPsnr().value();
	}

	/** The mean PSNR of the planes, and how many of them were identical and left out of it. */
	public Mean meanPsnr() {
		return mean(Quality::psnr);
	}

	/** Structural similarity, 1 for identical images. */
	public double ssim() {
		return mean(Quality::ssim).value();
	}

	/** Mean squared error, on the scale that the protocol's PSNR uses. */
	public double mse() {
		return mean(Quality::mse).value();
	}

	/** Root of {@link #mse()}. */
	public double rmse() {
		return Math.sqrt(mse());
	}

	/** Mean absolute error, on the scale that the protocol's PSNR uses. */
	public double mae() {
		return mean(Quality::mae).value();
	}

	private Mean mean(final ToDoubleFunction<Quality> value) {
		return Mean.of(planes.stream().map(PlaneScore::quality).mapToDouble(value).toArray());
	}
}
