package org.drsformer.spark;

import java.nio.file.Path;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.drsformer.cli.Main;
import org.drsformer.cli.console.OrderlyEnd;
import org.drsformer.cli.evaluate.EvaluateCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line on a cluster: {@code spark-submit --class org.drsformer.spark.SparkMain app.jar derain IN OUT}. It
 * has the exit codes of {@link Main}.
 */
@Command(name = "drsformer", description = "Removes rain from images, and scores results, on a Spark cluster.",
	mixinStandardHelpOptions = true, sortOptions = false)
public final class SparkMain implements Runnable {

	private final RunAddresses addresses = new RunAddresses();
	private SparkContext context;

	@Spec
	private CommandSpec spec;

	/** Runs the command line, and ends the JVM if something failed. */
	public static void main(final String[] args) {
		System.setProperty("java.awt.headless", "true");
		final int code = OrderlyEnd.of(() -> run(args));
		// Spark's cluster modes take any exit, even with 0, for a crash
		if (code != 0)
			System.exit(code);
	}

	private static int run(final String... args) {
		return run(commandLine(), args);
	}

	/** Runs the command line on Spark, ends Spark, and returns the exit code. */
	static int run(final CommandLine commandLine, final String... args) {
		final SparkMain main = (SparkMain) commandLine.getCommand();
		try (RunAddresses addresses = main.addresses) {
			return commandLine.execute(args);
		}
		finally {
			if (main.context != null)
				main.context.stop();
		}
	}

	static CommandLine commandLine() {
		final SparkMain main = new SparkMain();
		final CommandLine line = new CommandLine(main);
		line.addSubcommand(new SparkDerain(main::context, main.addresses));
		line.addSubcommand(new EvaluateCommand(new ClusterScorer(main::context)));
		return Main.handled(line).registerConverter(Path.class, main.addresses);
	}

	/** Starts Spark late, so that invalid options are reported at once. */
	private SparkContext context() {
		if (context == null)
			context = SparkContext.getOrCreate(new SparkConf().setIfMissing("spark.app.name", "DRSformer"));
		return context;
	}

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "A command is missing; use derain or evaluate.");
	}
}
