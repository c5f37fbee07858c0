package org.drsformer.rain;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * Rain as image editors make it: each layer is bright points under a motion blur, so that its streaks are all alike,
 * often blunt, and fall in any direction. From a few streaks to more of them than the image has room for.
 */
final class MotionBlur implements RainStyle {

	private static final int MOST_LAYERS = 3;

	/** Share of the pixels under streaks at most, if none lay on top of another. */
	private static final double MOST_DENSITY = 1.2;

	/** In three of four images all layers fall in one direction, but for this. */
	private static final double ALIKE = 0.75;
	private static final double SPREAD = 4;

	@Override
	public Rain draw(final Random random) {
		final double angle = random.nextBoolean() ? anyAngle(random) : RainLevel.angle(random);
		final boolean alike = random.nextDouble() < ALIKE;
		final double density = 0.005 + MOST_DENSITY * random.nextDouble() * random.nextDouble();
		final double[] shares = random.doubles(1 + random.nextInt(MOST_LAYERS)).toArray();
		final double all = DoubleStream.of(shares).sum();
		final List<Streaks> layers = DoubleStream.of(shares)
			.mapToObj(share -> layer(random, alike ? angle + Seeds.between(random, -SPREAD, SPREAD) : anyAngle(random),
				density * share / all))
			.toList();
		return new Rain(layers, 0, 0, Blending.ADDITIVE);
	}

	private static double anyAngle(final Random random) {
		return Seeds.between(random, -90, 90);
	}

	private static Streaks layer(final Random random, final double angle, final double density) {
		final double length = Seeds.scale(random, 8, 150);
		final double width = Math.min(length / 3, 0.8 + 6 * random.nextDouble() * random.nextDouble());
		final double brightness = Seeds.between(random, 0.1, 1);
		final double variation = random.nextBoolean() ? 0 : 0.5 * random.nextDouble();
		final double taper = random.nextBoolean() ? 0 : random.nextDouble();
		final double jitter = random.nextBoolean() ? 0 : 3 * random.nextDouble();
		return Streaks.alike(density, length, width, angle, jitter, brightness, variation, taper);
	}
}
