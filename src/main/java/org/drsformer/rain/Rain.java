package org.drsformer.rain;

import java.util.List;

/**
 * The rain in one image. Its brightness at a pixel is the sum of its streaks there, its veil and its haze; it is the
 * same for all channels.
 *
 * @param layers layers of streaks, such as near and distant ones; may be empty
 * @param veil mean brightness of fine rain whose drops are too many to be seen one by one, in 0..1
 * @param haze brightness that is the same everywhere, in 0..1
 * @param blending how the rain is blended with the image
 */
public record Rain(List<Streaks> layers, double veil, double haze, Blending blending) {

	/** @throws org.drsformer.DrsformerException if the veil or the haze is not in 0..1 */
	public Rain {
		layers = List.copyOf(layers);
		Streaks.check("veil", veil, 0, 1);
		Streaks.check("haze", haze, 0, 1);
	}

	/** Returns the same rain with another blending. */
	public Rain withBlending(final Blending other) {
		return new Rain(layers, veil, haze, other);
	}
}
