package org.drsformer.metric;

/** What SSIM does where its window extends beyond the border of the image. */
public enum Border {

	/** Only windows inside the image count, as in Wang et al. (2004). */
	VALID,

	/** Every pixel has a window; the border pixels are repeated outwards, like {@code BORDER_REPLICATE} in OpenCV. */
	REPLICATE
}
