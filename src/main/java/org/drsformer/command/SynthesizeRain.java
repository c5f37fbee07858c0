package org.drsformer.command;

import org.drsformer.Progress;
import org.drsformer.command.window.Display;
import org.drsformer.rain.ImagePlusRain;
import org.drsformer.rain.RainChoice;
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
		rainy = Display.image(
			ImagePlusRain.rainy(image, new RainSynthesizer(RainChoice.of(preset, level, blending), seed), progress));
	}
}
