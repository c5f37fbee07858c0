package org.drsformer.rain;

import java.util.Random;

/** A kind of rain: draws the rain of one image after the other. */
@FunctionalInterface
public interface RainStyle {

	/**
	 * Returns the rain of one image.
	 *
	 * @param random the source of all that differs from image to image
	 */
	Rain draw(Random random);

	/** Returns a style that draws the same rain with a given blending. */
	default RainStyle withBlending(final Blending blending) {
		return random -> draw(random).withBlending(blending);
	}
}
