package org.drsformer.rain;

import java.util.ArrayList;
import java.util.List;

/** The kinds of rain as dialogs, macros and the command line offer them. */
public final class RainChoice {

	/** The choice of a level instead of a preset. */
	public static final String NONE = "none";

	/** The choice of the blending of the preset or level. */
	public static final String AUTO = "auto";

	private RainChoice() {
		// static functions only
	}

	/** Returns all choices of a preset. */
	public static List<String> presets() {
		return with(NONE, RainPreset.labels());
	}

	/** Returns all choices of a blending. */
	public static List<String> blendings() {
		return with(AUTO, Blending.labels());
	}

	private static List<String> with(final String first, final List<String> others) {
		final List<String> choices = new ArrayList<>(List.of(first));
		choices.addAll(others);
		return choices;
	}

	/**
	 * Returns the rain of these choices.
	 *
	 * @param preset one of {@link #presets}
	 * @param level in 0..1; is used only without a preset
	 * @param blending one of {@link #blendings}
	 * @throws org.drsformer.DrsformerException if there is no such preset, level or blending
	 */
	static RainStyle of(final String preset, final double level, final String blending) {
		return of(preset, level, blending, RainControls.NONE);
	}

	/**
	 * Returns the rain of these choices, with some properties of the preset's streaks changed.
	 *
	 * @param preset one of {@link #presets}
	 * @param level in 0..1; is used only without a preset
	 * @param blending one of {@link #blendings}
	 * @throws org.drsformer.DrsformerException if there is no such preset, level or blending, or if properties of a
	 *         level or of mixed rain are changed
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
