package org.drsformer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.SmallHeap;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.console.OrderlyEnd;
import org.drsformer.cli.derain.DerainCommand;
import org.drsformer.cli.evaluate.EvaluateCommand;
import org.drsformer.cli.evaluate.MetricsCommand;
import org.drsformer.cli.models.ModelsCommand;
import org.drsformer.cli.option.NumberConverters;
import org.drsformer.cli.option.PathConverter;
import org.drsformer.cli.train.TrainCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code java -cp 'target/app/*' org.drsformer.cli.Main derain INPUT... -o DIR}.
 * <p>
 * Exit codes: 0 if all was done; 1 if something failed and the rest was done; 2 for bad usage; 130 if interrupted.
 */
@Command(name = "drsformer",
	description = { "Removes rain from images with DRSformer (CVPR 2023), and measures the quality of results." },
	subcommands = { DerainCommand.class, ModelsCommand.class, MetricsCommand.class, EvaluateCommand.class,
		SynthesizeCommand.class, TrainCommand.class, DoctorCommand.class },
	mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, versionProvider = Version.class, sortOptions = false, //
	exitCodeListHeading = "%nExit codes:%n",
	exitCodeList = { "0:all done", "1:some inputs failed, the others are done", "2:bad usage", "130:interrupted" })
public final class Main implements Runnable {

	@Spec
	private CommandSpec spec;

	/** Runs the command line and ends the JVM with its exit code. */
	public static void main(final String[] args) {
		// must be set before classes of ImageJ and of the logs are loaded
		System.setProperty("java.awt.headless", "true");
		setDefault("org.slf4j.simpleLogger.defaultLogLevel", "warn");
		setDefault("org.slf4j.simpleLogger.showThreadName", "false");
		// would warn on every machine without a GPU
		setDefault("org.slf4j.simpleLogger.log.ai.djl.util.cuda", "error");
		System.exit(OrderlyEnd.of(() -> checkedOutput(run(args))));
	}

	/** Returns a failure if standard output could not be written: it may be closed, or its disk full. */
	private static int checkedOutput(final int code) {
		if (!System.out.checkError())
			return code;
		System.err.println("Some of the output could not be written; check where standard output goes, and its disk.");
		return code == 0 ? ExitCode.FAILED : code;
	}

	private static void setDefault(final String property, final String value) {
		if (System.getProperty(property) == null)
			System.setProperty(property, value);
	}

	/** Runs the command line in this JVM and returns the exit code. */
	static int run(final String... args) {
		return commandLine().execute(args);
	}

	static CommandLine commandLine() {
		return handled(new CommandLine(new Main()));
	}

	/** Returns a command line that reports failures in one sentence and has the exit codes of this one. */
	public static CommandLine handled(final CommandLine commandLine) {
		NumberConverters.registerIn(commandLine);
		// a file may be named @x.png
		return commandLine.setExpandAtFiles(false)
			.registerConverter(Path.class, new PathConverter())
			.setParameterExceptionHandler(Main::badUsage)
			.setExecutionExceptionHandler(Main::failure)
			.setExecutionStrategy(Main::execute);
	}

	/** Picocli's handlers do not catch errors, so that this does. */
	private static int execute(final ParseResult parsed) {
		try {
			return new RunLast().execute(parsed);
		}
		catch (final OutOfMemoryError failure) {
			throw new ExecutionException(parsed.commandSpec().commandLine(), SmallHeap.sentence(),
				new DrsformerException(SmallHeap.sentence(), failure));
		}
	}

	/** Prints the sentence only: the whole usage would push it off the screen. */
	private static int badUsage(final ParameterException failure, final String[] args) {
		final CommandLine command = failure.getCommandLine();
		command.getErr().println(OneLine.of(failure.getMessage()));
		command.getErr().println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
		return command.getCommandSpec().exitCodeOnInvalidInput();
	}

	private static int failure(final Exception failure, final CommandLine command, final ParseResult parsed) {
		final PrintWriter err = command.getErr();
		if (failure instanceof CancellationException) {
			err.println("Interrupted; the results so far stay.");
			return ExitCode.INTERRUPTED;
		}
		if (failure instanceof DrsformerException)
			err.println(OneLine.of(failure.getMessage()));
		else if (SmallHeap.caused(failure))
			err.println(SmallHeap.sentence());
		else {
			err.println("This is a fault of the program; please report it with the following text.");
			failure.printStackTrace(err);
		}
		return ExitCode.FAILED;
	}

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(),
			"A command is missing; use derain, models, metrics, evaluate, synthesize, train or doctor.");
	}
}
