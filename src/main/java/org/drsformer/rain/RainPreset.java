package org.drsformer.rain;

import java.util.List;
import java.util.Random;

import org.drsformer.EnumLabels;
import org.drsformer.DrsformerException;
import org.drsformer.rain.Distribution.LogUniform;
import org.drsformer.rain.Distribution.Normal;
import org.drsformer.rain.Distribution.Slanted;
import org.drsformer.rain.Distribution.Uniform;

/** Rain like that of the data sets for training and tests. */
public enum RainPreset implements RainStyle {

	/** Light rain as in Rain200L: one layer of slanted streaks in one direction, many of them faint; additive. */
	RAIN200L(new RainRecipe(new Slanted(35), Distribution.constant(2.5), new LogUniform(10, 90), new Uniform(1.8, 3),
		new Uniform(0.2, 0.5), new Uniform(0.06, 0.09), 1, 0.6, 0.6, 0)),

	/**
	 * Heavy rain as in Rain200H: steep streaks all over the image, in a quarter of the images in two directions;
	 * additive.
	 */
	RAIN200H(new RainRecipe(new Normal(0, 8), new Uniform(5, 7), new LogUniform(20, 160), new Uniform(1.2, 3),
		new Uniform(0.8, 4.4), new Uniform(0.07, 0.15), 2, 0.7, 0.5, 0.25)),

	/**
	 * Rain of all kinds, to train a model for all kinds of rain: about 30 % is like rain200l, 40 % like rain200h, half
	 * of it brighter, and the rest is other rain from a drizzle to a downpour, blended in all ways.
	 */
	MIXED(random -> ofMixed(random.nextDouble()).draw(random));

	private final RainStyle style;

	RainPreset(final RainStyle style) {
		this.style = style;
	}

	private static RainStyle ofMixed(final double kind) {
		if (kind < 0.3)
			return RAIN200L;
		if (kind < 0.5)
			return RAIN200H;
		return kind < 0.7 ? RAIN200H.recipe().withBrightness(0.1, 0.22) : new OtherRain();
	}

	@Override
	public Rain draw(final Random random) {
		return style.draw(random);
	}

	/**
	 * Returns the recipe of a preset with a single recipe.
	 *
	 * @throws DrsformerException if the preset mixes several kinds of rain
	 */
	RainRecipe recipe() {
		if (style instanceof RainRecipe recipe)
			return recipe;
		throw new DrsformerException("The preset " + label() + " mixes several kinds of rain, so that angle, length," +
			" width, density, brightness and jitter cannot be set; choose rain200l or rain200h.");
	}

	/** Returns the name that users write: {@code rain200l}, {@code rain200h} or {@code mixed}. */
	public String label() {
		return EnumLabels.of(this);
	}

	/** Returns all labels. */
	static List<String> labels() {
		return EnumLabels.all(RainPreset.class);
	}

	/**
	 * Returns the preset with a label, in letters of any case.
	 *
	 * @throws org.drsformer.DrsformerException if there is no such preset
	 */
	public static RainPreset parse(final String text) {
		return EnumLabels.parse(RainPreset.class, "rain", text);
	}
}
