package org.drsformer.rain;

import java.util.Random;

/** What kind of rain falls: draws the rain of one image after the other. */
@FunctionalInterface
public interface RainStyle {

	/** @param random where everything comes from that differs from image to image */
	Rain draw(Random random);

	/** Rain of this style that is always blended in this way. */
	default RainStyle withBlending(final Blending blending) {
		return random -> draw(random).withBlending(blending);
	}
}
