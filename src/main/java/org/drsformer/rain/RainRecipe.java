package org.drsformer.rain;

import java.util.List;
import java.util.Random;

import org.drsformer.rain.Distribution.Gamma;
import org.drsformer.rain.Distribution.Normal;
import org.drsformer.rain.Distribution.Uniform;

/**
 * Rain of one kind, such as that of one data set: streaks that are blended additively and fall in one direction, or in
 * two directions in some of the images.
 *
 * @param angle main direction of an image, in degrees from the vertical
 * @param jitter standard deviation of the angles inside an image, in degrees
 * @param length of each streak, in pixels
 * @param width of each streak, in pixels
 * @param density the density of {@link Streaks} in an image
 * @param brightness mean brightness of the streaks of an image, 1 for white
 * @param shape shape of the gamma distribution of the brightness inside an image; 1 is exponential
 * @param cut brightness of the brightest streak
 * @param taper the taper of {@link Streaks}
 * @param crossing share of the images in which half of the streaks fall in a second direction
 */
public record RainRecipe(Distribution angle, Distribution jitter, Distribution length, Distribution width,
	Distribution density, Distribution brightness, int shape, double cut, double taper, double crossing)
	implements RainStyle {

	/** A changed brightness raises the cut to at least this many times the mean brightness. */
	private static final double CUT = 4;

	@Override
	public Rain draw(final Random random) {
		final double first = angle.draw(random);
		final double second = angle.draw(random);
		final double deviation = jitter.draw(random);
		final double mean = brightness.draw(random);
		final double amount = density.draw(random);
		final List<Streaks> layers = random.nextDouble() < crossing
			? List.of(layer(first, deviation, mean, amount / 2), layer(second, deviation, mean, amount / 2))
			: List.of(layer(first, deviation, mean, amount));
		return new Rain(layers, 0, 0, Blending.ADDITIVE);
	}

	private Streaks layer(final double direction, final double deviation, final double mean, final double amount) {
		return new Streaks(amount, length, width, new Normal(direction, deviation), new Gamma(shape, mean, cut), taper,
			0);
	}

	/** Returns the recipe with some of its parts replaced; null keeps a part. */
	RainRecipe with(final Distribution otherAngle, final Distribution otherJitter, final Distribution otherLength,
		final Distribution otherWidth, final Distribution otherDensity, final Distribution otherBrightness)
	{
		return new RainRecipe(or(otherAngle, angle), or(otherJitter, jitter), or(otherLength, length),
			or(otherWidth, width), or(otherDensity, density), or(otherBrightness, brightness), shape,
			Math.max(cut, CUT * or(otherBrightness, brightness).max()), taper, crossing);
	}

	/** Returns the recipe with another range of the mean brightness of the streaks of an image. */
	RainRecipe withBrightness(final double least, final double most) {
		return with(null, null, null, null, null, new Uniform(least, most));
	}

	private static Distribution or(final Distribution other, final Distribution usual) {
		return other == null ? usual : other;
	}
}
