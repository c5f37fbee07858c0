package org.drsformer.rain;

/** One streak: a bar with smooth edges. Distances are in pixels, from its middle. */
final class Streak {

	/** A pixel whose middle is this far away from an edge is not touched any more. */
	private static final double HALF_PIXEL = 0.5;

	private static final double DEGREE = Math.PI / 180;

	/** The middle. */
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

	/** Where a row meets the middle line, and the line across the middle; for each row further down. */
	private final double lineSlope;
	private final double crossSlope;
	private final double lineReach;
	private final double crossReach;

	/** All as in {@link Streaks}, of this one. */
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

	/** How far up and down it reaches. */
	double verticalReach() {
		return Math.abs(cos) * reachAlong + Math.abs(sin) * reachAcross;
	}

	/** Where a row enters it: its sides and its ends. */
	double left(final double down) {
		return Math.max(down * lineSlope - lineReach, down * crossSlope - crossReach);
	}

	/** Where a row leaves it. */
	double right(final double down) {
		return Math.min(down * lineSlope + lineReach, down * crossSlope + crossReach);
	}

	/** Its brightness at the pixel whose middle is there. */
	double at(final double right, final double down) {
		final double across = (reachAcross - Math.abs(right * cos - down * sin)) * fadeAcross;
		final double along = (reachAlong - Math.abs(right * sin + down * cos)) * fadeAlong;
		return brightness * Math.max(0, Math.min(thickness, across)) * Math.max(0, Math.min(1, along));
	}
}
