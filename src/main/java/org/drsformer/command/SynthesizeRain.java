package org.drsformer.command;

import org.drsformer.Progress;
import org.drsformer.command.dialog.field.Hints;
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
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Synthesize Rain...") },
	attrs = @Attr(name = Hints.HELP, value = "rain.md#in-fiji-and-in-macros"))
public final class SynthesizeRain extends DrsformerCommand {

	@Parameter(label = "Image", description = "The image without rain; each of its planes gets different rain")
	private ImagePlus image;

	@Parameter(label = "Preset",
		description = "rain200l: light rain as in Rain200L; rain200h: heavy rain as in Rain200H; mixed: any kind" +
			" of rain; none: the level sets the rain",
		persist = false, attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.RAIN_PRESETS))
	private String preset = RainChoice.NONE;

	@Parameter(label = "Level", description = "Amount of rain from 0 (drizzle) to 1 (downpour); used without a preset",
		min = "0", max = "1", stepSize = "0.05", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset=none"))
	private double level = 0.6;

	@Parameter(label = "Blending",
		description = "How rain is blended with the image: additive, screen or alpha; auto: as in the" +
			" preset, or additive without a preset",
		persist = false,
		attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.RAIN_BLENDINGS))
	private String blending = RainChoice.AUTO;

	@Parameter(label = "Angle",
		description = "Direction of the streaks in degrees from the vertical, a number or a range such as 10..30;" +
			" this and the next five change rain200l or rain200h; if empty, the preset's value is used",
		required = false, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset!=none & preset!=mixed"))
	private String angle = "";

	@Parameter(label = "Length", description = "Length of the streaks in pixels, a number or a range such as 10..90",
		required = false, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset!=none & preset!=mixed"))
	private String length = "";

	@Parameter(label = "Width", description = "Width of the streaks in pixels, a number or a range such as 1.2..3",
		required = false, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset!=none & preset!=mixed"))
	private String width = "";

	@Parameter(label = "Density",
		description = "Area of all streaks as a share of that of the image, a number or a range such as 0.2..0.5",
		required = false, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset!=none & preset!=mixed"))
	private String density = "";

	@Parameter(label = "Brightness",
		description = "Mean brightness of the streaks (1 is white), a number or a range such as 0.06..0.1",
		required = false, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset!=none & preset!=mixed"))
	private String brightness = "";

	@Parameter(label = "Jitter",
		description = "Standard deviation of the angles inside an image in degrees, a number or a range such as 2..5",
		required = false, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "preset!=none & preset!=mixed"))
	private String jitter = "";

	@Parameter(label = "Seed", description = "Any whole number; the same seed gives the same rain", persist = false)
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
