package org.drsformer.cli.train;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.TimeLeft;
import org.drsformer.cli.option.OtherOptions;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.train.RunSettings;
import org.drsformer.train.Training;
import org.drsformer.train.TrainingSummary;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains and fine-tunes networks. */
@Command(name = "train",
	description = { "Trains a network, or fine-tunes one on your own images.",
		"Writes into DIR: best.pth and last.pth (weights and their average, as the official code does), log.csv," +
			" samples of every validation, and state.pth, from which --resume continues.",
		"Ctrl-C stops the training and keeps all files." },
	showDefaultValues = false)
public final class TrainCommand implements Callable<Integer> {

	@Option(names = { "-o", "--output" }, required = true, paramLabel = "DIR",
		description = "Folder for the results; made if missing.")
	private Path output;

	@Option(names = "--resume", description = "Continues the training in DIR with its settings.")
	private boolean resume;

	@ArgGroup(validate = false, heading = "%nWhat to learn from:%n")
	private final TrainData data = new TrainData();

	@ArgGroup(validate = false, heading = "%nWhat network:%n")
	private final TrainNetwork network = new TrainNetwork();

	@ArgGroup(validate = false, heading = "%nHow to learn:%n")
	private final TrainRecipe recipe = new TrainRecipe();

	@Option(names = "--checkpoint-minutes", defaultValue = "10", paramLabel = "N",
		description = { "Minutes between two checkpoints.", "Default: ${DEFAULT-VALUE}." })
	private double minutes;

	@Option(names = "--device", defaultValue = "auto", paramLabel = "DEVICE",
		description = { "auto, cpu, gpu or gpu:1.", "Default: ${DEFAULT-VALUE}, a GPU where there is one." })
	private String device;

	@Option(names = "--threads", defaultValue = "0", paramLabel = "N",
		description = {
			"Processors to use. The same number gives the same weights to the last bit, if a step has as many crops.",
			"Default: all." })
	private int threads;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final TrainConsole console = new TrainConsole(spec.commandLine().getErr());
		console.cancelOnExit();
		try {
			final Training training = plan(console);
			console.started(training);
			report(training.run(console));
			return 0;
		}
		finally {
			console.finished();
		}
	}

	private Training plan(final TrainConsole console) {
		try {
			final RunSettings run = new RunSettings(output, minutes, threads, ComputeDevice.parse(device));
			if (!resume)
				return Training.plan(network.settings(data, recipe), run, console.checking());
			checkAlone();
			return Training.resume(run, console.checking());
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
	}

	/** Refuses other options beside --resume, which would have no effect. */
	private void checkAlone() {
		final String others = OtherOptions.besides(spec.commandLine(), "--output", "--resume", "--checkpoint-minutes",
			"--device", "--threads");
		if (!others.isEmpty())
			throw new DrsformerException(
				"--resume continues with the settings of the training; leave out " + others + ".");
	}

	private void report(final TrainingSummary summary) {
		final PrintWriter err = spec.commandLine().getErr();
		err.printf(Locale.ROOT, "%d steps in %s; the last weights are in %s%n", summary.steps(),
			TimeLeft.text((long) (1e9 * summary.seconds())), summary.last());
		if (summary.score() != null)
			err.printf(Locale.ROOT, "The best are in %s: %s%n", summary.best(), TrainConsole.text(summary.score()));
	}
}
