package org.drsformer.cli;

import org.drsformer.cli.option.NetworkOptions;
import org.drsformer.rain.RainControls;

import picocli.CommandLine.Option;

/** Properties of streaks for experiments, instead of those of a preset. */
final class StreakOptions {

	@Option(names = "--angle", paramLabel = "RANGE",
		description = {
			"Direction of the streaks, in degrees from the vertical, -90 to 90; 20 is from the upper left to the" +
				" lower right. A number or a range such as 10..30, from which each image draws its own.",
			"This and the next five options change the preset rain200l or rain200h. Default: rain200l." })
	private String angle;

	@Option(names = "--length", paramLabel = "RANGE",
		description = "Length of the streaks in pixels, 1 to 1000; each draws its own from a range such as 10..90.")
	private String length;

	@Option(names = "--width", paramLabel = "RANGE",
		description = "Width of the streaks in pixels, 0.1 to 100; each draws its own from a range.")
	private String width;

	@Option(names = "--density", paramLabel = "RANGE",
		description = "Area of all streaks (length x width) as a share of the area of the image, 0 to 10; each image" +
			" draws its own from a range.")
	private String density;

	@Option(names = "--brightness", paramLabel = "RANGE",
		description = "Mean brightness of the streaks, 0 to 1 for white; each image draws its own from a range.")
	private String brightness;

	@Option(names = "--jitter", paramLabel = "RANGE",
		description = "Standard deviation of the angles inside an image in degrees, 0 to 90; each image draws its own" +
			" from a range.")
	private String jitter;

	/** @throws org.drsformer.DrsformerException if a value is empty or invalid */
	RainControls controls() {
		return new RainControls(given("--angle", angle), given("--length", length), given("--width", width),
			given("--density", density), given("--brightness", brightness), given("--jitter", jitter));
	}

	private static String given(final String option, final String text) {
		return text == null ? null : NetworkOptions.given(option, text);
	}
}
