package org.drsformer.spark;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;

import picocli.CommandLine;

/** The outcome of a command on Spark, run in this JVM with the threads of two executors. */
record SparkRun(int code, String out, String err) {

	/** A small network. */
	static final String MODEL = Path.of("src/test/resources/fixtures/d8_plain/deraining.pth").toString();

	/** @param master such as {@code local[2]} */
	static SparkRun of(final String master, final Object... args) {
		configure(master);
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final CommandLine line = SparkMain.commandLine()
			.setOut(new PrintWriter(out, true))
			.setErr(new PrintWriter(err, true));
		final int code = SparkMain.run(line, Arrays.stream(args).map(Object::toString).toArray(String[]::new));
		return new SparkRun(code, out.toString(), err.toString());
	}

	static void configure(final String master) {
		System.setProperty("spark.master", master);
		System.setProperty("spark.ui.enabled", "false");
		System.setProperty("spark.driver.host", "localhost");
		System.setProperty("spark.driver.bindAddress", "127.0.0.1");
	}
}
