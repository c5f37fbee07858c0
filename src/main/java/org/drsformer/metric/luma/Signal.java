package org.drsformer.metric.luma;

import org.drsformer.metric.plane.PixelRows;
import org.drsformer.metric.plane.Plane;

/** What of an image a protocol compares, and on which scale. */
public interface Signal {

	/** Whether images with so many channels are compared; the usual answer is gray or colour. */
	default boolean accepts(final int channels) {
		return channels == 1 || channels == 3;
	}

	/** What is compared, for one plane. */
	Plane[] of(PixelRows pixels, Scale scale);

	/** The data range of what is compared: L of SSIM. */
	double range(Scale scale);

	/**
	 * The peak of PSNR, which is the data range wherever it is right.
	 *
	 * @param result what is compared of the result, the first image
	 */
	default double peak(final Plane[] result, final Scale scale) {
		return range(scale);
	}
}
