package org.drsformer.image.file;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.PixelLimit;

import ij.ImagePlus;

/**
 * The result of opening a damaged file.
 *
 * @param seconds of CPU time
 * @param refusal its sentence; null if there is none
 * @param problem what went wrong in the test; null if all is well
 */
record FuzzedFile(double seconds, String refusal, String problem) {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	/** How many times longer a file may take on a busy machine. */
	private static final int PATIENCE = 20;

	/** The largest images that are written, in pixels. */
	private static final int MOST_WRITTEN = 1_000_000;

	private static final int POLL_MILLISECONDS = 50;

	/** Opens a file on its own thread, which is abandoned if it takes too long. */
	static FuzzedFile open(final Path file, final double mostSeconds) {
		final Opening opening = new Opening(file);
		final Thread thread = new Thread(opening, "fuzz " + file.getFileName());
		thread.setDaemon(true);
		thread.start();
		final long start = System.nanoTime();
		try {
			while (thread.isAlive()) {
				thread.join(POLL_MILLISECONDS);
				final double wall = (System.nanoTime() - start) / 1e9;
				if (thread.isAlive() && (seconds(thread) > mostSeconds || wall > mostSeconds * PATIENCE))
					return new FuzzedFile(wall, null, "takes more than " + mostSeconds + " s, in " + where(thread));
			}
		}
		catch (final InterruptedException stop) {
			throw new IllegalStateException(stop);
		}
		return new FuzzedFile(opening.seconds, opening.refusal, opening.problem);
	}

	private static double seconds(final Thread thread) {
		return THREADS.getThreadCpuTime(thread.getId()) / 1e9;
	}

	private static String where(final Thread thread) {
		return String.join(" < ",
			Stream.of(thread.getStackTrace()).limit(12).map(StackTraceElement::toString).toList());
	}

	boolean isOutOfMemory() {
		return refusal != null && refusal.contains("not enough memory");
	}

	/** Removes a folder and its content; returns the names of files that should not be there. */
	static String clear(final Path folder) throws IOException {
		String left = null;
		try (Stream<Path> files = Files.list(folder)) {
			for (final Path file : files.toList()) {
				if (file.toString().contains(".part"))
					left = file.getFileName().toString();
				Files.delete(file);
			}
		}
		Files.delete(folder);
		return left;
	}

	private static final class Opening implements Runnable {

		private final Path file;
		private volatile String refusal;
		private volatile String problem;
		private volatile double seconds;

		private Opening(final Path file) {
			this.file = file;
		}

		@Override
		public void run() {
			try {
				final ImagePlus image = ImageFiles.open(file, PixelLimit.USUAL);
				for (int i = 1; i <= image.getStackSize(); i++)
					image.getStack().getProcessor(i).getPixels();
				write(image);
			}
			catch (final DrsformerException sentence) {
				refusal = sentence.getMessage();
				problem = fault(refusal, file);
			}
			catch (final Throwable failure) {
				problem = trace(failure);
			}
			seconds = THREADS.getCurrentThreadCpuTime() / 1e9;
		}

		private void write(final ImagePlus image) {
			if ((double) image.getWidth() * image.getHeight() * image.getStackSize() > MOST_WRITTEN)
				return;
			ImageFiles.write(image, file.resolveSibling("out" + ImageFiles.losslessEnding(image)));
		}

		/** Returns what is wrong with a sentence. */
		private static String fault(final String sentence, final Path file) {
			final boolean clear = sentence.contains(file.getFileName().toString()) && sentence.endsWith(".")
				&& !sentence.contains("\n");
			final boolean honest = List.of("StackOverflow", "OutOfMemory", "Headless")
				.stream()
				.noneMatch(sentence::contains);
			return clear && honest ? null : "says: " + sentence;
		}

		private static String trace(final Throwable failure) {
			final StringWriter text = new StringWriter();
			failure.printStackTrace(new PrintWriter(text));
			return text.toString();
		}
	}
}
