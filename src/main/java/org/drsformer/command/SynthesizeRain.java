package org.drsformer.command;

import org.drsformer.Progress;
import org.drsformer.command.window.Display;
import org.drsformer.rain.ImagePlusRain;
import org.drsformer.rain.RainChoice;
import org.drsformer.rain.RainControls;
import org.drsformer.rain.RainSynthesizer;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;

/** Adds synthetic rain to the active image. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Synthesize Rain...") })
public final class SynthesizeRain extends DrsformerCommand {

	@Parameter(label = "Image", description = "The image without rain; each of its planes gets different rain")
	private ImagePlus image;

	@Parameter(label = "Preset",
		description = "rain200l is light and rain200h heavy rain, as in these data sets; mixed is any rain; none" +
			" takes the level",
		persist = false, attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.RAIN_PRESETS))
	private String preset = RainChoice.NONE;

	@Parameter(label = "Level", description = "Without a preset: the amount of rain, from 0 (drizzle) to 1 (downpour)",
		min = "0", max = "1", stepSize = "0.05", persist = false)
	private double level = 0.6;

	@Parameter(label = "Blending",
		description = "How rain is blended with the image: additive, screen or alpha; auto: as in the preset, or" +
			" else additive",
		persist = false,
		attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.RAIN_BLENDINGS))
	private String blending = RainChoice.AUTO;

	@Parameter(label = "Angle",
		description = "With rain200l or rain200h: where streaks fall, in degrees from the vertical, a number" +
			" or a range such as 10..30; empty, as for the next five: the preset's",
		required = false, persist = false)
	private String angle = "";

	@Parameter(label = "Length", description = "Length of the streaks in pixels, a number or a range such as 10..90",
		required = false, persist = false)
	private String length = "";

	@Parameter(label = "Width", description = "Width of the streaks in pixels, a number or a range such as 1.2..3",
		required = false, persist = false)
	private String width = "";

	@Parameter(label = "Density",
		description = "Area of all streaks as a share of that of the image, a number or a range such as 0.2..0.5",
		required = false, persist = false)
	private String density = "";

	@Parameter(label = "Brightness",
		description = "Mean brightness of the streaks, 1 for white, a number or a range such as 0.06..0.1",
		required = false, persist = false)
	private String brightness = "";

	@Parameter(label = "Jitter",
		description = "Standard deviation of the angles inside an image in degrees, a number or a range such as 2..5",
		required = false, persist = false)
	private String jitter = "";

	@Parameter(label = "Seed", description = "The same seed gives the same rain; any whole number", persist = false)
	private long seed = 1;

	@Parameter(label = "Rainy image", type = ItemIO.OUTPUT)
	private ImagePlus rainy;

	@Override
	String task() {
		return "Synthesize rain in " + image.getTitle();
	}

	@Override
	void work(final Progress progress) {
		final RainControls controls = new RainControls(angle, length, width, density, brightness, jitter);
		rainy = Display.image(ImagePlusRain.rainy(image,
			new RainSynthesizer(RainChoice.of(preset, level, blending, controls), seed), progress));
	}
}
