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

/** Lets it rain in the active image. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Synthesize Rain...") })
public final class SynthesizeRain extends DrsformerCommand {

	@Parameter(label = "Image",
		description = "Without rain; each of its slices, frames and channels gets rain of its own")
	private ImagePlus image;

	@Parameter(label = "Preset",
		description = "rain200l is light and rain200h heavy rain, in the manner of these data sets;" +
			" mixed is any rain; none: as the level says",
		persist = false, attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.RAIN_PRESETS))
	private String preset = RainChoice.NONE;

	@Parameter(label = "Level",
		description = "Without a preset: how much it rains, from 0, a drizzle, to 1, a downpour", min = "0", max = "1",
		stepSize = "0.05", persist = false)
	private double level = 0.6;

	@Parameter(label = "Blending",
		description = "How rain is put on the image: additive, screen or alpha; auto: as the" +
			" preset has it, or else additive",
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
