package org.drsformer.rain;

import java.util.List;
import java.util.Random;

import org.drsformer.rain.Distribution.LogUniform;
import org.drsformer.rain.Distribution.Normal;
import org.drsformer.rain.Distribution.Uniform;

/**
 * Rain that is unlike that of the data sets: motion blurs in all directions, anything from a drizzle to a downpour of
 * several layers with veil and haze, and large soft streaks out of focus; blended in all ways.
 */
final class OtherRain implements RainStyle {

	private static final double BLURS = 0.45;
	private static final double LEVELS = 0.35;
	private static final double ADDITIVE = 0.5;
	private static final double SCREEN = 0.3;

	private final RainStyle blurs = new MotionBlur();

	@Override
	public Rain draw(final Random random) {
		final double kind = random.nextDouble();
		final double way = random.nextDouble();
		final Blending blending = way < ADDITIVE ? Blending.ADDITIVE
			: way < ADDITIVE + SCREEN ? Blending.SCREEN : Blending.ALPHA;
		final RainStyle style = kind < BLURS ? blurs
			: kind < BLURS + LEVELS ? new RainLevel(random.nextDouble()) : OtherRain::soft;
		return style.draw(random).withBlending(blending);
	}

	/** As in photographs taken with an open aperture: near drops are wide and faint, those in focus thin. */
	private static Rain soft(final Random random) {
		final double angle = RainLevel.angle(random);
		final double jitter = 4 * random.nextDouble();
		final double width = Seeds.scale(random, 4, 14);
		final double brightness = Seeds.between(random, 0.05, 0.3);
		final Streaks near = new Streaks(0.02 + 0.8 * random.nextDouble() * random.nextDouble(),
			new LogUniform(8 * width, 20 * width), new Uniform(0.6 * width, 1.4 * width), new Normal(angle, jitter),
			Uniform.around(brightness, 0.6), 1, Seeds.between(random, 0.5, 1));
		final Streaks sharp = Streaks.alike(0.15 * random.nextDouble() * random.nextDouble(),
			Seeds.scale(random, 10, 60), Seeds.between(random, 0.8, 2.5), angle, jitter,
			Seeds.between(random, 0.1, 0.5), 0.6, random.nextDouble());
		return new Rain(List.of(near, sharp), 0, 0, Blending.ADDITIVE);
	}
}
