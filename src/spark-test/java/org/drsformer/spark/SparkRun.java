package org.drsformer.spark;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.drsformer.batch.BatchListener;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.model.Model;

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

	/**
	 * Uses one thread: on busy processors, several threads wait for each other longer than they work on small images.
	 */
	static DerainSettings settings() {
		return DerainSettings.of(Model.of(Path.of(SparkRun.MODEL))).withDevice(ComputeDevice.CPU).withThreads(1);
	}

	/** Derains a folder and those in it on this computer. */
	static BatchSummary derainLocally(final Path in, final Path out) {
		try (Derainer derainer = new Derainer(settings())) {
			return DerainFiles.plan(BatchSettings.of(List.of(in), out).withRecursive(true)).run(derainer, new Silent());
		}
	}

	/** Returns a listener that says nothing. */
	static BatchListener silent() {
		return new Silent();
	}

	private static final class Silent implements BatchListener {

		@Override
		public void started(final Path input, final int number, final int count) {}

		@Override
		public void done(final Path input, final Path output) {}

		@Override
		public void failed(final FileFailure failure) {}

		@Override
		public void update(final double fraction) {}
	}
}
