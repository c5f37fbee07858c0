package org.drsformer.command;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.NumberText;
import org.drsformer.Progress;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.dialog.field.UsualValues;
import org.drsformer.command.dialog.frame.AfterDialog;
import org.drsformer.command.dialog.importing.ImportOffer;
import org.drsformer.command.window.Display;
import org.drsformer.command.window.TrainingView;
import org.drsformer.image.ValueRange;
import org.drsformer.model.ModelLibrary;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.rain.RainPreset;
import org.drsformer.train.Preset;
import org.drsformer.train.RunSettings;
import org.drsformer.train.Training;
import org.drsformer.train.TrainingSettings;
import org.drsformer.train.TrainingSummary;
import org.drsformer.train.data.DataSettings;
import org.drsformer.train.recipe.GradientSettings;
import org.drsformer.train.recipe.Loss;
import org.drsformer.train.recipe.Patches;
import org.drsformer.train.recipe.Recipe;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;

/** Trains or fine-tunes a network. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Train...") },
	attrs = @Attr(name = Hints.HELP, value = "training.md#fine-tune-on-your-own-20-images"))
public final class Train extends DrsformerCommand implements AfterDialog, UsualValues {

	/** The choice that starts from random weights instead of a model. */
	public static final String SCRATCH = "scratch";

	@Parameter(label = "Pairs", style = FileWidget.DIRECTORY_STYLE, required = false,
		description = "Folder with rainy images in its subfolder input and the same images without rain, by the" +
			" same names, in its subfolder target",
		persist = false, attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private File pairs;

	@Parameter(label = "Clean images", style = FileWidget.DIRECTORY_STYLE, required = false,
		description = "Folder of images without rain; rain is added to them while the network learns", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private File clean;

	@Parameter(label = "Rain",
		description = "Which rain is added to clean images: rain200l is light, rain200h heavy, mixed any",
		choices = { "rain200l", "rain200h", "mixed" }, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "clean!= & resume=false"))
	private String rain = RainPreset.MIXED.label();

	@Parameter(label = "Start from", description = "The model to fine-tune, or scratch for random weights",
		persist = false, attrs = { @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.STARTS),
			@Attr(name = Hints.FIELD, value = Hints.MODELS), @Attr(name = Hints.ENABLED_IF, value = "resume=false") })
	private String from = ModelLibrary.BUNDLED;

	// a text, since SciJava gives a number without a default the value 0
	@Parameter(label = "Keep ordinary rain", required = false,
		description = "The share of the crops that show ordinary rain in the images without rain, so that a model that" +
			" learns another rain does not forget it; 0 for none, and empty for the usual share: 0.3 for a model to" +
			" fine-tune, if there are pairs or the rain is not mixed, and otherwise 0",
		persist = false, attrs = @Attr(name = Hints.ENABLED_IF, value = "from!=scratch & resume=false"))
	private String keep = "";

	@Parameter(label = "Size",
		description = "From scratch: compact, the size of the bundled model; paper, the published size; or" +
			" restormer, the published Restormer",
		choices = { "compact", "paper", "restormer" }, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "from=scratch & resume=false"))
	private String preset = Preset.COMPACT.label();

	@Parameter(label = "Steps", description = "The number of steps; 0 for the usual number", min = "0", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private long steps;

	@Parameter(label = "Learning rate", description = "The highest; 0 for the usual one", min = "0", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private double rate;

	@Parameter(label = "Crops", required = false,
		description = "The number and the size of the crops of a step, such as 4x64; empty for the usual ones",
		persist = false, attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private String patches = "";

	@Parameter(label = "Batches of a step", min = "1",
		description = "Adds up the gradients of so many batches for each step: many crops in the memory of few",
		persist = false, attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private int accumulate = 1;

	@Parameter(label = "Loss",
		description = "What is made small: l1; charbonnier, smooth at 0; l1+fft, which also compares the Fourier" +
			" transforms, for sharp edges",
		choices = { "l1", "charbonnier", "l1+fft" }, persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private String loss = Loss.L1.label();

	@Parameter(label = "Freeze", required = false,
		description = "Parts of the network that stay as they are, such as encoder_level1, with commas between them;" +
			" empty for none",
		persist = false, attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private String freeze = "";

	@Parameter(label = "Value range",
		description = "The values of black and white in all images, such as 0..4095; auto finds them for each image",
		persist = false, attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private String range = "auto";

	@Parameter(label = "Seed", description = "Seed of everything random; any whole number", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "resume=false"))
	private long seed = 1;

	@Parameter(label = "Output", style = FileWidget.DIRECTORY_STYLE,
		description = "Folder for the weights, the log and the samples", persist = false)
	private File output;

	@Parameter(label = "Resume", description = "Continues the training in the output folder with its settings",
		persist = false)
	private boolean resume;

	@Parameter(label = "Live plots", description = "Shows loss, PSNR and a sample while the network learns",
		persist = false)
	private boolean live = true;

	@Parameter(label = "Best weights", type = ItemIO.OUTPUT)
	private File best;

	@Parameter(label = "Loss", type = ItemIO.OUTPUT)
	private ImagePlus lossplot;

	@Parameter(label = "Validation PSNR", type = ItemIO.OUTPUT)
	private ImagePlus psnrplot;

	@Override
	String task() {
		return "Train a network";
	}

	@Override
	String cancelled() {
		return "The training was stopped; its best and last weights are in " + output + ", and Resume continues it.";
	}

	@Override
	boolean leavesResults() {
		return true;
	}

	@Override
	void work(final Progress progress) {
		final TrainingView view = new TrainingView(progress, live);
		final RunSettings run = RunSettings.of(output.toPath());
		final Progress checking = progress.part(0, 0);
		final Training training = resume ? Training.resume(run, checking) : Training.plan(settings(), run, checking);
		training.warning().ifPresent(warning -> Display.line("Warning: " + warning));
		show(training.run(view), view);
	}

	private void show(final TrainingSummary summary, final TrainingView view) {
		best = summary.best().toFile();
		Display.line("The best weights are in " + best + ". To use them, give this path as the model, or import them" +
			" under a name: Plugins > DRSformer > Models..., action import.");
		if (hadDialog())
			ImportOffer.show(best.toPath(), output.toPath());
		if (view.isLive())
			return;
		lossplot = Display.image(view.curve().loss().getImagePlus());
		psnrplot = Display.image(view.curve().psnr().getImagePlus());
	}

	@Override
	public Map<String, Object> usual() {
		final Recipe recipe = usualRecipe();
		return Map.of("steps", recipe.steps(), "rate", recipe.schedule().rate(), "patches", text(recipe.patches()),
			"keep", usualKeep());
	}

	private double usualKeep() {
		return DataSettings.usualKeep(!from.equals(SCRATCH), folders(pairs), rain);
	}

	/** Returns the shortest text: the share of a single stage does not matter. */
	private static String text(final Patches patches) {
		final Patches.Stage first = patches.stages().get(0);
		return patches.stages().size() == 1 ? first.count() + "x" + first.size() : patches.toString();
	}

	private Recipe usualRecipe() {
		final Recipe fromScratch = Preset.parse(preset).recipe();
		return from.equals(SCRATCH) ? fromScratch : Recipe.FINE_TUNING;
	}

	private TrainingSettings settings() {
		final boolean scratch = from.equals(SCRATCH);
		final Configuration configuration = scratch ? Preset.parse(preset).configuration()
			: ModelLibrary.ofUser().find(from).configuration();
		return new TrainingSettings(configuration, scratch ? null : from,
			new DataSettings(folders(pairs), folders(clean), rain, null, 0, share(), ValueRange.parse(range)),
			recipe(usualRecipe()));
	}

	private double share() {
		if (keep == null || keep.isBlank())
			return usualKeep();
		return NumberText.real(keep)
			.orElseThrow(() -> new DrsformerException(
				"The share of ordinary rain cannot be \"" + keep + "\"; give 0 to below 1."));
	}

	private static List<Path> folders(final File folder) {
		return folder == null || folder.getPath().isBlank() ? List.of() : List.of(folder.toPath());
	}

	private List<String> prefixes() {
		return freeze == null || freeze.isBlank() ? List.of()
			: Stream.of(freeze.split(",", -1)).map(String::strip).toList();
	}

	private Recipe recipe(final Recipe usual) {
		Recipe recipe = usual.withSeed(seed);
		if (steps > 0)
			recipe = recipe.withSchedule(recipe.schedule().withSteps(steps))
				.withValidateEvery(Math.min(recipe.validateEvery(), steps));
		if (rate > 0)
			recipe = recipe.withSchedule(recipe.schedule().withRate(rate));
		if (patches != null && !patches.isBlank())
			recipe = recipe.withPatches(Patches.parse(patches));
		// after the crops: the usual ones may be too large for so many batches
		return recipe.withGradient(new GradientSettings(Loss.parse(loss), accumulate, prefixes()));
	}
}
