package org.drsformer.rain;

import org.drsformer.DrsformerException;

/**
 * One layer of streaks: drops that the exposure time smeared in the direction of their fall.
 *
 * @param density number of streaks for every 100 x 100 pixels, at least 0
 * @param length mean length in pixels, above 0
 * @param width in pixels, above 0; thinner than 1 is fainter
 * @param angle direction of fall in degrees from the vertical; 20 falls from the upper left to the lower right
 * @param jitter how far the angle of a single streak may be off, in degrees
 * @param brightness mean brightness, 1 for white
 * @param variation how far length and brightness of a single streak may be off, as a share of their mean, in 0..1
 * @param taper share of its length over which a streak fades in and out, in 0..1
 */
public record Streaks(double density, double length, double width, double angle, double jitter, double brightness,
	double variation, double taper) {

	/** What density counts in, in pixels. */
	static final double UNIT_AREA = 100 * 100;

	/** @throws DrsformerException if a value is not in its range */
	public Streaks {
		check("density", density, 0, 1e4);
		check("length", length, Double.MIN_NORMAL, 1e5);
		check("width", width, Double.MIN_NORMAL, 1e4);
		check("angle", angle, -360, 360);
		check("jitter", jitter, 0, 360);
		check("brightness", brightness, 0, 100);
		check("variation", variation, 0, 1);
		check("taper", taper, 0, 1);
	}

	/** @param coverage share of the pixels under streaks, if none lay on top of another; for the rest as the record */
	static Streaks covering(final double coverage, final double length, final double width, final double angle,
		final double jitter, final double brightness, final double variation, final double taper)
	{
		return new Streaks(coverage * UNIT_AREA / (length * width), length, width, angle, jitter, brightness, variation,
			taper);
	}

	static void check(final String name, final double value, final double min, final double max) {
		if (!(value >= min && value <= max))
			throw new DrsformerException("Rain cannot have a " + name + " of " + value + "; it has to be " +
				(min > 0 ? "above 0" : "at least " + min) + " and at most " + max + ".");
	}

	/** The length of the longest streak that there can be. */
	double longest() {
		return length * (1 + variation);
	}
}
