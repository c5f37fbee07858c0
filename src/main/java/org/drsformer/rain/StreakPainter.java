package org.drsformer.rain;

import java.util.Random;

/** Adds streaks to a map of brightness, (height, width). */
final class StreakPainter {

	/** Streaks whose edges are this far away touch a pixel no more. */
	private static final double HALF_PIXEL = 0.5;

	private static final double UNIT_AREA = 100 * 100;

	private final float[] map;
	private final int width;
	private final int height;

	StreakPainter(final float[] map, final int width, final int height) {
		this.map = map;
		this.width = width;
		this.height = height;
	}

	/**
	 * Paints a layer. Streaks come one after the other from the same sequence of numbers, whatever the density, brightness
	 * and width: more of each only adds.
	 */
	void paint(final Streaks streaks, final Random random) {
		final double margin = streaks.longest() / 2;
		final double area = (width + 2 * margin) * (height + 2 * margin);
		// a small image may have a part of a streak on average
		final long count = (long) (streaks.density() * area / UNIT_AREA + random.nextDouble());
		for (long i = 0; i < count; i++) {
			final double x = Seeds.between(random, -margin, width + margin);
			final double y = Seeds.between(random, -margin, height + margin);
			final double angle = streaks.angle() + Seeds.between(random, -streaks.jitter(), streaks.jitter());
			final double length = streaks.length() * factor(streaks, random);
			final double brightness = streaks.brightness() * factor(streaks, random);
			if (length > 0)
				paint(new Streak(x, y, angle, length, streaks.width(), brightness, streaks.taper()));
		}
	}

	private static double factor(final Streaks streaks, final Random random) {
		return 1 + Seeds.between(random, -streaks.variation(), streaks.variation());
	}

	private void paint(final Streak streak) {
		final double reach = streak.verticalReach();
		final int last = (int) Math.min(height - 1, Math.floor(streak.y + reach));
		for (int row = (int) Math.max(0, Math.ceil(streak.y - reach)); row <= last; row++)
			paint(streak, row);
	}

	private void paint(final Streak streak, final int row) {
		final double down = row - streak.y;
		// where the row enters and leaves the band of the streak's width, and that of its length
		final double side = Math.abs(streak.halfWidth + HALF_PIXEL) / Math.abs(streak.cos);
		final double end = Math.abs(streak.halfLength + HALF_PIXEL) / Math.abs(streak.sin);
		final double sideMiddle = streak.cos == 0 ? 0 : down * streak.sin / streak.cos;
		final double endMiddle = streak.sin == 0 ? 0 : -down * streak.cos / streak.sin;
		final double from = streak.x + Math.max(sideMiddle - side, endMiddle - end);
		final double to = streak.x + Math.min(sideMiddle + side, endMiddle + end);
		final int last = (int) Math.min(width - 1, Math.floor(to));
		for (int column = (int) Math.max(0, Math.ceil(from)); column <= last; column++)
			map[row * width + column] += (float) streak.at(column - streak.x, down);
	}

	/** One streak: a bar with smooth edges. */
	private static final class Streak {

		private static final double DEGREE = Math.PI / 180;

		private final double x;
		private final double y;
		private final double sin;
		private final double cos;
		private final double halfLength;
		private final double halfWidth;
		private final double thickness;
		private final double brightness;
		private final double fade;

		Streak(final double x, final double y, final double angle, final double length, final double width,
			final double brightness, final double taper)
		{
			this.x = x;
			this.y = y;
			sin = StrictMath.sin(angle * DEGREE);
			cos = StrictMath.cos(angle * DEGREE);
			halfLength = length / 2;
			halfWidth = width / 2;
			thickness = Math.min(1, width);
			this.brightness = brightness;
			fade = 1 / Math.max(1, taper * length / 2);
		}

		double verticalReach() {
			return Math.abs(cos) * (halfLength + HALF_PIXEL) + Math.abs(sin) * (halfWidth + HALF_PIXEL);
		}

		/** The brightness of the pixel whose middle is this far to the right of and below that of the streak. */
		double at(final double right, final double down) {
			final double across = halfWidth + HALF_PIXEL - Math.abs(right * cos - down * sin);
			final double along = (halfLength + HALF_PIXEL - Math.abs(right * sin + down * cos)) * fade;
			return brightness * Math.max(0, Math.min(thickness, across)) * Math.max(0, Math.min(1, along));
		}
	}
}
