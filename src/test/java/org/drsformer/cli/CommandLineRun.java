package org.drsformer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

import picocli.CommandLine;

/** The outcome of a command line that was run in this JVM. */
public record CommandLineRun(int code, String out, String err) {

	public static CommandLineRun of(final Object... args) {
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final CommandLine line = Main.commandLine();
		line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
		final int code = line.execute(Stream.of(args).map(Object::toString).toArray(String[]::new));
		return new CommandLineRun(code, out.toString(), err.toString());
	}

	/** Returns the lines of standard output that are not blank. */
	public String[] lines() {
		return out.lines().filter(line -> !line.isBlank()).toArray(String[]::new);
	}
}
