package org.drsformer.metric;

/** What SSIM does where the window reaches over the border of the image. */
public enum Border {

	/** Only windows that lie inside the image count, as in Wang et al. (2004). */
	VALID,

	/** Every pixel has a window; the border pixels are repeated outwards, as {@code BORDER_REPLICATE} in OpenCV. */
	REPLICATE
}
