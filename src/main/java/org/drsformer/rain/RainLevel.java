package org.drsformer.rain;

import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;

/**
 * Rain of a given strength: a few faint streaks at 0, a downpour of several layers of them at 1, which is about as much
 * as the heaviest rain of Rain200H. With the same seed more of it never makes a pixel of the rain darker.
 *
 * @param level in 0..1
 */
public record RainLevel(double level) implements RainStyle {

	/** Where the second and the third layer of streaks begin. */
	private static final double SECOND = 0.45;
	private static final double THIRD = 0.6;

	/** @throws DrsformerException if the level is not in 0..1 */
	public RainLevel {
		if (!(level >= 0 && level <= 1))
			throw new DrsformerException(
				"There is no rain of level " + level + "; the level is a number from 0, a drizzle, to 1, a downpour.");
	}

	/** Blended additively. Draws the same numbers for every level. */
	@Override
	public Rain draw(final Random random) {
		final double angle = angle(random);
		final List<Streaks> layers = List.of( //
			layer(random, angle, 12, 60, 0.008 + 0.2 * level * level, 0.15 + 0.5 * level), //
			layer(random, angle + Seeds.between(random, -25, 25), 8, 30, 0.3 * above(SECOND), 0.35 + 0.25 * level), //
			layer(random, angle + Seeds.between(random, -12, 12), 40, 200, 0.25 * above(THIRD), 0.45 + 0.25 * level));
		final double veil = 0.1 * above(SECOND) * random.nextDouble();
		final double haze = 0.2 * above(THIRD) * random.nextDouble();
		return new Rain(layers, veil, haze, Blending.ADDITIVE);
	}

	/** Mostly steep, at times in a storm of any direction. */
	static double angle(final Random random) {
		final double steep = 40 * (random.nextDouble() - random.nextDouble());
		final double any = Seeds.between(random, -90, 90);
		return random.nextDouble() < 0.1 ? any : steep;
	}

	private double above(final double threshold) {
		return Math.max(0, level - threshold);
	}

	/** @param density share of the pixels under streaks, if none lay on top of another */
	private static Streaks layer(final Random random, final double angle, final double shortest, final double longest,
		final double density, final double brightness)
	{
		final double length = Seeds.scale(random, shortest, longest);
		final double width = 0.8 + 4.2 * random.nextDouble() * random.nextDouble();
		final double jitter = 6 * random.nextDouble();
		final double gain = Seeds.between(random, 0.7, 1.1);
		return Streaks.alike(density, length, width, angle, jitter, gain * brightness, 0.6, random.nextDouble());
	}
}
