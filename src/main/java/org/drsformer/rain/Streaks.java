package org.drsformer.rain;

import org.drsformer.DrsformerException;
import org.drsformer.rain.Distribution.Uniform;

/**
 * One layer of streaks: drops that the exposure time smeared in the direction of their fall. Each streak draws its own
 * length, width, angle and brightness.
 *
 * @param density sum of the areas (length x width) of all streaks, as a share of the area of the image; above 1 they
 *        lie on top of each other
 * @param length in pixels, above 0
 * @param width in pixels, above 0; thinner than 1 is fainter
 * @param angle direction of fall in degrees from the vertical; 20 falls from the upper left to the lower right
 * @param brightness 1 for white, at least 0
 * @param taper share of its length over which a streak fades in and out, in 0..1
 * @param softness share of its width over which a streak fades to both sides, in 0..1; 0 has sharp edges, 1 is as if
 *        far out of focus
 */
public record Streaks(double density, Distribution length, Distribution width, Distribution angle,
	Distribution brightness, double taper, double softness) {

	/** @throws DrsformerException if a value is not in its range */
	public Streaks {
		check("density", density, 0, 100);
		check("length", length, Double.MIN_NORMAL, 1e5);
		check("width", width, Double.MIN_NORMAL, 1e4);
		check("angle", angle.mean(), -360, 360);
		check("brightness", brightness, 0, 100);
		check("taper", taper, 0, 1);
		check("softness", softness, 0, 1);
	}

	/**
	 * Streaks of one width with sharp edges.
	 *
	 * @param jitter how far the angle of a single streak may be off, in degrees
	 * @param variation how far length and brightness of a single streak may be off, as a share of their mean, in 0..1
	 */
	static Streaks alike(final double density, final double length, final double width, final double angle,
		final double jitter, final double brightness, final double variation, final double taper)
	{
		return new Streaks(density, Uniform.around(length, variation), Distribution.constant(width),
			new Uniform(angle - jitter, angle + jitter), Uniform.around(brightness, variation), taper, 0);
	}

	private static void check(final String name, final Distribution values, final double min, final double max) {
		check(name, values.min(), min, max);
		check(name, values.max(), min, max);
	}

	static void check(final String name, final double value, final double min, final double max) {
		if (!(value >= min && value <= max))
			throw new DrsformerException("Rain cannot have a " + name + " of " + value + "; it has to be " +
				(min > 0 ? "above 0" : "at least " + min) + " and at most " + max + ".");
	}

	/** The number of streaks, on average, for a square pixel of the image. */
	double perPixel() {
		return density / (length.mean() * width.mean());
	}
}
