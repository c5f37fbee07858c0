package org.drsformer.command;

import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.rain.ImagePlusRain;
import org.drsformer.rain.RainChoice;
import org.drsformer.rain.RainSynthesizer;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;

import ij.ImagePlus;

/** Lets it rain in the active image. */
@Plugin(type = Command.class, initializer = "choices", menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(
	label = "Synthesize Rain...") })
public final class SynthesizeRain extends DynamicCommand {

	@Parameter
	private TaskService tasks;

	@Parameter(label = "Image", description = "Without rain; each of its slices, frames and channels gets rain of its own")
	private ImagePlus image;

	@Parameter(label = "Preset", description = "rain200l is light and rain200h heavy rain, in the manner of these data sets;" +
		" mixed is any rain; none: as the level says", persist = false)
	private String preset = RainChoice.NONE;

	@Parameter(label = "Level", description = "Without a preset: how much it rains, from 0, a drizzle, to 1, a downpour",
		min = "0", max = "1", stepSize = "0.05", persist = false)
	private double level = 0.6;

	@Parameter(label = "Blending", description = "How rain is put on the image: additive, screen or alpha; auto: as the" +
		" preset has it, or else additive", persist = false)
	private String blending = RainChoice.AUTO;

	@Parameter(label = "Seed", description = "The same seed gives the same rain; any whole number", persist = false)
	private long seed = 1;

	@Parameter(label = "Rainy image", type = ItemIO.OUTPUT)
	private ImagePlus rainy;

	/** Offers the kinds of rain that there are. */
	protected void choices() {
		getInfo().getMutableInput("preset", String.class).setChoices(RainChoice.presets());
		getInfo().getMutableInput("blending", String.class).setChoices(RainChoice.blendings());
	}

	@Override
	public void run() {
		try (TaskProgress progress = new TaskProgress(tasks.createTask("Synthesize rain in " + image.getTitle()))) {
			rainy = ImagePlusRain.rainy(image, new RainSynthesizer(RainChoice.of(preset, level, blending), seed), progress);
		}
		catch (final DrsformerException exc) {
			cancel(exc.getMessage());
		}
		catch (final CancellationException exc) {
			cancel("The synthesis of rain was cancelled; the image is as it was.");
		}
	}
}
