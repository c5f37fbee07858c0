package org.drsformer.spark;

import org.apache.spark.sql.SparkSession;
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

	/** Runs the command line in a Spark session, ends the session, and returns the exit code. */
	static int run(final CommandLine commandLine, final String... args) {
		try {
			return commandLine.execute(args);
		}
		finally {
			SparkSession.getDefaultSession().foreach(session -> {
				session.stop();
				return null;
			});
		}
	}

	static CommandLine commandLine() {
		final CommandLine line = new CommandLine(new SparkMain());
		line.addSubcommand(new SparkDerain(SparkMain::session));
		line.addSubcommand(new EvaluateCommand(new ClusterScorer(SparkMain::session)));
		return Main.handled(line);
	}

	/** Starts the session late, so that invalid options are reported at once. */
	private static SparkSession session() {
		return SparkSession.builder().appName("DRSformer").getOrCreate();
	}

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "A command is missing; use derain or evaluate.");
	}
}
