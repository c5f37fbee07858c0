package org.drsformer.rain;

import java.util.ArrayList;
import java.util.List;

/** The kinds of rain as dialogs, macros and the command line offer them. */
public final class RainChoice {

	/** Instead of a preset: a level. */
	public static final String NONE = "none";

	/** Instead of a blending: that of the preset or level. */
	public static final String AUTO = "auto";

	private RainChoice() {
		// static functions only
	}

	/** What can be chosen as preset. */
	public static List<String> presets() {
		return with(NONE, RainPreset.labels());
	}

	/** What can be chosen as blending. */
	public static List<String> blendings() {
		return with(AUTO, Blending.labels());
	}

	private static List<String> with(final String first, final List<String> others) {
		final List<String> choices = new ArrayList<>(List.of(first));
		choices.addAll(others);
		return choices;
	}

	/**
	 * @param preset one of {@link #presets}
	 * @param level in 0..1; matters without a preset only
	 * @param blending one of {@link #blendings}
	 * @throws org.drsformer.DrsformerException if one of them is not to be had
	 */
	public static RainStyle of(final String preset, final double level, final String blending) {
		return of(preset, level, blending, RainControls.NONE);
	}

	/**
	 * As {@link #of(String, double, String)}, with some properties of the preset's streaks changed.
	 *
	 * @throws org.drsformer.DrsformerException also if there are such changes to a level or to mixed rain
	 */
	public static RainStyle of(final String preset, final double level, final String blending,
		final RainControls controls)
	{
		final RainStyle style = controls.any() ? controls.change(preset) : style(preset, level);
		return blending.equals(AUTO) ? style : style.withBlending(Blending.parse(blending));
	}

	private static RainStyle style(final String preset, final double level) {
		return preset.equals(NONE) ? new RainLevel(level) : RainPreset.parse(preset);
	}
}
