package org.drsformer.metric.luma;

import org.drsformer.metric.plane.PixelRows;
import org.drsformer.metric.plane.Plane;

/** What a protocol compares of an image, and on which scale. */
public interface Signal {

	/** Returns whether images with so many channels are compared; by default gray and colour images. */
	default boolean accepts(final int channels) {
		return channels == 1 || channels == 3;
	}

	/** Returns what is compared of one plane. */
	Plane[] of(PixelRows pixels, Scale scale);

	/** Returns the data range of what is compared: L of SSIM. */
	double range(Scale scale);

	/**
	 * Returns the peak of PSNR: the data range, unless a definition differs.
	 *
	 * @param result what is compared of the result, the first image
	 */
	default double peak(final Plane[] result, final Scale scale) {
		return range(scale);
	}
}
