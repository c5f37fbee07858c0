package org.drsformer.rain;

import java.util.List;

/**
 * The rain in one image. Its brightness at a pixel is the sum of its streaks there, its veil and its haze; the same for
 * all channels.
 *
 * @param layers of streaks, such as near and distant ones; may be none
 * @param veil mean brightness of the fine rain whose drops are too many to be seen one by one, in 0..1
 * @param haze brightness that is the same everywhere, in 0..1
 * @param blending how it is brought together with the image
 */
public record Rain(List<Streaks> layers, double veil, double haze, Blending blending) {

	/** @throws org.drsformer.DrsformerException if veil or haze are not in 0..1 */
	public Rain {
		layers = List.copyOf(layers);
		Streaks.check("veil", veil, 0, 1);
		Streaks.check("haze", haze, 0, 1);
	}

	/** The same rain, blended otherwise. */
	public Rain withBlending(final Blending other) {
		return new Rain(layers, veil, haze, other);
	}
}
