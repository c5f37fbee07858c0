package org.drsformer.rain;

import java.util.Random;

/** Adds streaks to a map of brightness, (height, width). */
final class StreakPainter {

	private final float[] map;
	private final int width;
	private final int height;

	StreakPainter(final float[] map, final int width, final int height) {
		this.map = map;
		this.width = width;
		this.height = height;
	}

	/**
	 * Paints a layer. Streaks come one after the other from the same sequence of numbers, whatever the density,
	 * brightness and width: more of each only adds.
	 */
	void paint(final Streaks streaks, final Random random) {
		final double margin = streaks.length().max() / 2;
		final double area = (width + 2 * margin) * (height + 2 * margin);
		// a small image may have a part of a streak on average
		final long count = (long) (streaks.perPixel() * area + random.nextDouble());
		for (long i = 0; i < count; i++) {
			final double x = Seeds.between(random, -margin, width + margin);
			final double y = Seeds.between(random, -margin, height + margin);
			final double angle = streaks.angle().draw(random);
			final double length = streaks.length().draw(random);
			final double thickness = streaks.width().draw(random);
			final double brightness = streaks.brightness().draw(random);
			if (isNear(x, y, (length + thickness) / 2 + 1))
				paint(new Streak(x, y, angle, length, thickness, brightness, streaks.taper(), streaks.softness()));
		}
	}

	/** Saves the work for a streak that is too far away, whatever its angle. */
	private boolean isNear(final double x, final double y, final double reach) {
		return x >= -reach && x <= width + reach && y >= -reach && y <= height + reach;
	}

	private void paint(final Streak streak) {
		final double reach = streak.verticalReach();
		final int last = (int) Math.min(height - 1, Math.floor(streak.y + reach));
		for (int row = (int) Math.max(0, Math.ceil(streak.y - reach)); row <= last; row++)
			paint(streak, row);
	}

	private void paint(final Streak streak, final int row) {
		final double down = row - streak.y;
		final int last = (int) Math.min(width - 1, Math.floor(streak.x + streak.right(down)));
		for (int column = (int) Math.max(0, Math.ceil(streak.x + streak.left(down))); column <= last; column++)
			map[row * width + column] += (float) streak.at(column - streak.x, down);
	}
}
