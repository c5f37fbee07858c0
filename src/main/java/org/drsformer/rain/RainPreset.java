package org.drsformer.rain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.drsformer.DrsformerException;

/** Rain in the manner of the data sets that are trained and tested with. */
public enum RainPreset implements RainStyle {

	/** As Rain200L: light, one layer of streaks, added. */
	RAIN200L(0.25, 0.5),

	/** As Rain200H: heavy, streaks of several directions, added. */
	RAIN200H(0.75, 1),

	/**
	 * Everything from a drizzle to a downpour, a third as it falls and the rest as image editors make it, blended in
	 * all ways; what a model for all kinds of rain is trained with.
	 */
	MIXED(0, 1) {

		private final RainStyle made = new MotionBlur();

		@Override
		public Rain draw(final Random random) {
			final double way = random.nextDouble();
			final Blending blending = way < 0.7 ? Blending.ADDITIVE : way < 0.88 ? Blending.SCREEN : Blending.ALPHA;
			return (random.nextInt(3) == 0 ? super.draw(random) : made.draw(random)).withBlending(blending);
		}
	};

	private final double lightest;
	private final double heaviest;

	RainPreset(final double lightest, final double heaviest) {
		this.lightest = lightest;
		this.heaviest = heaviest;
	}

	@Override
	public Rain draw(final Random random) {
		return new RainLevel(Seeds.between(random, lightest, heaviest)).draw(random);
	}

	/** As users write it: {@code rain200l}, {@code rain200h} or {@code mixed}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** All labels. */
	public static List<String> labels() {
		return Arrays.stream(values()).map(RainPreset::label).toList();
	}

	/** @throws DrsformerException if there is no such preset */
	public static RainPreset parse(final String text) {
		return Arrays.stream(values())
			.filter(preset -> preset.label().equalsIgnoreCase(text.strip()))
			.findFirst()
			.orElseThrow(() -> new DrsformerException(
				"There is no rain \"" + text + "\"; choose one of " + String.join(", ", labels()) + "."));
	}
}
