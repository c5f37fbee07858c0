package org.drsformer.rain;

/** One streak: a bar with smooth edges. Distances are in pixels from its middle. */
final class Streak {

	/** A streak does not touch pixels whose middle is at least this far outside of its edges. */
	private static final double HALF_PIXEL = 0.5;

	private static final double DEGREE = Math.PI / 180;

	/** The middle of the streak in the image. */
	final double x;
	final double y;

	private final double sin;
	private final double cos;
	private final double reachAcross;
	private final double reachAlong;
	private final double thickness;
	private final double brightness;
	private final double fadeAlong;
	private final double fadeAcross;

	/** How far right the line along the streak, and the line across it, move with each row further down. */
	private final double lineSlope;
	private final double crossSlope;
	private final double lineReach;
	private final double crossReach;

	/** Creates a streak; the values are those of {@link Streaks}, for a single streak. */
	Streak(final double x, final double y, final double angle, final double length, final double width,
		final double brightness, final double taper, final double softness)
	{
		this.x = x;
		this.y = y;
		sin = StrictMath.sin(angle * DEGREE);
		cos = StrictMath.cos(angle * DEGREE);
		reachAcross = width / 2 + HALF_PIXEL;
		reachAlong = length / 2 + HALF_PIXEL;
		thickness = Math.min(1, width);
		this.brightness = brightness;
		fadeAlong = 1 / Math.max(1, taper * length / 2);
		fadeAcross = 1 / Math.max(1, softness * width / 2);
		lineSlope = cos == 0 ? 0 : sin / cos;
		crossSlope = sin == 0 ? 0 : -cos / sin;
		lineReach = reachAcross / Math.abs(cos);
		crossReach = reachAlong / Math.abs(sin);
	}

	/** Returns how far up and down the streak reaches. */
	double verticalReach() {
		return Math.abs(cos) * reachAlong + Math.abs(sin) * reachAcross;
	}

	/** Returns where a row enters the streak, through a side or an end. */
	double left(final double down) {
		return Math.max(down * lineSlope - lineReach, down * crossSlope - crossReach);
	}

	/** Returns where a row leaves the streak. */
	double right(final double down) {
		return Math.min(down * lineSlope + lineReach, down * crossSlope + crossReach);
	}

	/** Returns the brightness of the streak at the pixel whose middle is there. */
	double at(final double right, final double down) {
		final double across = (reachAcross - Math.abs(right * cos - down * sin)) * fadeAcross;
		final double along = (reachAlong - Math.abs(right * sin + down * cos)) * fadeAlong;
		return brightness * Math.max(0, Math.min(thickness, across)) * Math.max(0, Math.min(1, along));
	}
}
