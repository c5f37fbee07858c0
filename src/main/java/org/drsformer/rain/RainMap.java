package org.drsformer.rain;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.rain.Distribution.Uniform;

/**
 * The brightness of rain at each pixel, before it is blended into an image.
 *
 * @param values (height, width), row after row; 0 without rain, 1 is white, more where streaks lie on top of each other
 */
public record RainMap(float[] values, int width, int height) {

	private static final double VEIL_LENGTH = 14;

	/**
	 * Enough drops for each pixel to be under one, on average; smooth edges add half a pixel and a taper at each end.
	 */
	private static final double VEIL_DENSITY = VEIL_LENGTH / (VEIL_LENGTH + 2);

	/**
	 * Lets it rain.
	 *
	 * @param seed the same gives the same map, to the last bit
	 * @throws DrsformerException if a plane is that large that Java has no array for it
	 */
	public static RainMap of(final Rain rain, final long width, final long height, final long seed) {
		if (width * (double) height > Integer.MAX_VALUE - Byte.SIZE)
			throw new DrsformerException(
				"A plane of " + width + " x " + height + " pixels is too large for synthetic rain; crop it.");
		final RainMap map = new RainMap(new float[(int) (width * height)], (int) width, (int) height);
		Arrays.fill(map.values, (float) rain.haze());
		map.paint(rain, seed);
		return map;
	}

	private void paint(final Rain rain, final long seed) {
		final StreakPainter painter = new StreakPainter(values, width, height);
		final List<Streaks> layers = rain.layers();
		for (int i = 0; i < layers.size(); i++)
			painter.paint(layers.get(i), Seeds.random(Seeds.member(seed, i)));
		if (rain.veil() > 0)
			painter.paint(veil(rain), Seeds.random(Seeds.member(seed, -1)));
	}

	/** Falls as the first layer does; fading in and out halves its brightness. */
	private static Streaks veil(final Rain rain) {
		final double angle = rain.layers().isEmpty() ? 0 : rain.layers().get(0).angle().mean();
		return new Streaks(VEIL_DENSITY, new Uniform(1, 2 * VEIL_LENGTH - 1), Distribution.constant(1),
			new Uniform(angle - 4, angle + 4), new Uniform(0, 4 * rain.veil()), 1, 0);
	}
}
