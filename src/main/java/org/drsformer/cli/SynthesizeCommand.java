package org.drsformer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.option.OtherOptions;
import org.drsformer.rain.PairsListener;
import org.drsformer.rain.RainChoice;
import org.drsformer.rain.RainControls;
import org.drsformer.rain.RainPreset;
import org.drsformer.rain.RainStyle;
import org.drsformer.rain.RainSynthesizer;
import org.drsformer.rain.RainyPairs;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes pairs of rainy and clean images from clean images. */
@Command(name = "synthesize",
	description = { "Adds synthetic rain to clean images: PNG, JPEG, TIFF (stacks too), BMP, GIF, WebP and PNM.",
		"Writes pairs that train and evaluate accept: DIR/input/NAME.png with rain, DIR/target/NAME.png without rain." +
			" Stacks and 32-bit images become NAME.tif.",
		"The same seed gives the same rain on every machine.", "A bad file does not stop the others." })
final class SynthesizeCommand implements Callable<Integer> {

	/** The options that choose the rain. */
	private static final class Kind {

		@Option(names = "--level", required = true, paramLabel = "LEVEL",
			description = "The amount of rain in 0..1, from drizzle to downpour.")
		private Double level;

		@Option(names = "--preset", required = true, paramLabel = "PRESET",
			description = {
				"rain200l: light rain as in Rain200L; rain200h: heavy rain as in Rain200H; mixed: any kind of rain.",
				"Default: mixed." })
		private String preset;
	}

	@Parameters(arity = "1..*", paramLabel = "CLEAN",
		description = "Clean image files, and folders of them. With --describe, the rainy image or folder and then" +
			" the clean one.")
	private List<Path> inputs;

	@Option(names = { "-o", "--output" }, paramLabel = "DIR",
		description = "Folder for the pairs; made if missing. Required, except with --describe.")
	private Path output;

	@Option(names = "--describe",
		description = {
			"Makes no pairs, but prints the statistics of the rain in a pair of your own, beside those of" +
				" Rain200L, Rain200H and Rain100H.",
			"Takes a rainy and a clean image, or two folders, whose images are paired as those of train --pairs." })
	private boolean describe;

	@ArgGroup(exclusive = true)
	private Kind kind;

	@Option(names = "--blending", defaultValue = RainChoice.AUTO, paramLabel = "B",
		description = { "How rain is blended with the images: additive, screen or alpha.",
			"Default: additive; mixed rain uses all of them." })
	private String blending;

	@Mixin
	private StreakOptions streaks;

	@Option(names = "--seed", defaultValue = "1", paramLabel = "N",
		description = { "A whole number; a different number gives different rain.", "Default: ${DEFAULT-VALUE}." })
	private long seed;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		if (describe)
			return describe();
		if (output == null)
			throw new ParameterException(spec.commandLine(), "Missing required option: '--output=DIR'");
		final RainStyle style;
		final RainyPairs pairs;
		try {
			style = style();
			pairs = RainyPairs.plan(inputs, output);
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
		final BatchConsole console = new BatchConsole(spec.commandLine().getErr());
		console.cancelOnExit();
		final Listener listener = new Listener(console);
		try {
			return report(pairs.run(new RainSynthesizer(style, seed), listener), listener.failures);
		}
		finally {
			console.finished();
		}
	}

	private int describe() {
		final String others = OtherOptions.besides(spec.commandLine(), "--describe");
		if (!others.isEmpty())
			throw new ParameterException(spec.commandLine(), "--describe makes no rain; leave out " + others + ".");
		if (inputs.size() != 2)
			throw new ParameterException(spec.commandLine(),
				"--describe takes two images or two folders: RAINY CLEAN; there are " + inputs.size() + ".");
		RainDescription.print(inputs.get(0), inputs.get(1), spec.commandLine().getOut());
		return 0;
	}

	private RainStyle style() {
		final RainControls controls = streaks.controls();
		if (kind != null && kind.preset == null)
			return RainChoice.of(RainChoice.NONE, kind.level, blending, controls);
		final RainPreset usual = controls.any() ? RainPreset.RAIN200L : RainPreset.MIXED;
		return RainChoice.of(kind == null ? usual.label() : kind.preset, 0, blending, controls);
	}

	private int report(final int pairs, final List<FileFailure> failures) {
		final PrintWriter err = spec.commandLine().getErr();
		err.printf(Locale.ROOT, "%d pair%s written into %s%n", pairs, pairs == 1 ? "" : "s",
			OneLine.of(output.toString()));
		if (failures.isEmpty())
			return 0;
		err.printf(Locale.ROOT, "%d failed:%n", failures.size());
		failures.forEach(failure -> err.println("  " + failure.sentence()));
		return ExitCode.FAILED;
	}

	/** Reports to the console, and keeps the failures for the end. */
	private static final class Listener implements PairsListener {

		private final BatchConsole console;
		private final List<FileFailure> failures = new ArrayList<>();

		Listener(final BatchConsole console) {
			this.console = console;
		}

		@Override
		public void update(final double fraction) {
			console.update(fraction);
		}

		@Override
		public void started(final Path clean, final int number, final int count) {
			console.started(clean, number, count);
		}

		@Override
		public void done(final Path clean, final Path rainy) {
			console.done(clean, rainy);
		}

		@Override
		public void failed(final Path clean, final String sentence) {
			failures.add(new FileFailure(clean, sentence));
			console.failed(failures.get(failures.size() - 1));
		}
	}
}
