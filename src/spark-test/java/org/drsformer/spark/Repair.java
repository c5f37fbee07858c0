package org.drsformer.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.spark.ExceptionFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Turns a file into an image after a task has failed with it. Spark creates the listener. */
public final class Repair extends SparkListener {

	private static final List<String> FAILED = new CopyOnWriteArrayList<>();
	private static volatile Path file;

	static void of(final Path broken) {
		file = broken;
		FAILED.clear();
		System.setProperty("spark.extraListeners", Repair.class.getName());
	}

	/** Returns the number of tries that Spark has ended because of a file. */
	static long failures(final String name) {
		System.clearProperty("spark.extraListeners");
		return FAILED.stream().filter(text -> text.contains(name)).count();
	}

	@Override
	public void onTaskEnd(final SparkListenerTaskEnd end) {
		if (!(end.reason() instanceof final ExceptionFailure failure))
			return;
		FAILED.add(failure.description());
		try {
			if (failure.description().contains(file.getFileName().toString()))
				SparkImages.color(file, 3);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
