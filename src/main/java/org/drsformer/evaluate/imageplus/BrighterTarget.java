package org.drsformer.evaluate.imageplus;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Tells whether a target may have rain. Rain brightens: where a result without rain differs from a rainy image, that is
 * brighter nearly everywhere. A clean target is brighter in some places and darker in others.
 */
public final class BrighterTarget {

	/**
	 * Above this share a target seems rainy. Of ten images with synthetic rain, derained by the bundled model, the
	 * shares are 0.05 to 0.72 against the clean images and 0.97 to 1 against the rainy ones.
	 */
	private static final double RAINY = 0.95;

	private BrighterTarget() {
		// static functions only
	}

	/**
	 * Returns the share of the squared differences of a result from its target where the target is brighter.
	 *
	 * @return 0..1, for the first slice; not a number if the images are equal, differ in size, or are inverted
	 */
	public static double share(final ImagePlus result, final ImagePlus target, final Crop crop) {
		final Crop.Images images = crop.of(result, target);
		final ImageProcessor derained = images.result().getProcessor();
		final ImageProcessor clean = images.target().getProcessor();
		final boolean comparable = derained.getWidth() == clean.getWidth() && derained.getHeight() == clean.getHeight()
			&& derained.getBitDepth() == clean.getBitDepth();
		if (!comparable || derained.isInvertedLut() || clean.isInvertedLut())
			return Double.NaN;
		return share(derained, clean);
	}

	private static double share(final ImageProcessor derained, final ImageProcessor clean) {
		double brighter = 0;
		double darker = 0;
		for (int i = 0; i < clean.getPixelCount(); i++) {
			final int x = i % clean.getWidth();
			final int y = i / clean.getWidth();
			final double difference = (double) clean.getPixelValue(x, y) - derained.getPixelValue(x, y);
			if (difference > 0)
				brighter += difference * difference;
			else
				darker += difference * difference;
		}
		return brighter / (brighter + darker);
	}

	/** Returns whether such a share is that of a target with rain. */
	public static boolean seemsRainy(final double share) {
		return share > RAINY;
	}
}
