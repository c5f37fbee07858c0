package org.drsformer.image.file.content;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;

/**
 * How long it may take to open a file, or to read a plane of it: whatever is wrong with it or its disk, the others are
 * waiting. Who reads longer is left alone on its thread, and nobody will hear what comes of it.
 *
 * @param seconds 0 for as long as it takes
 */
public record ReadTime(int seconds) {

	/** More than any good file takes. */
	public static final ReadTime USUAL = new ReadTime(300);

	private static final ExecutorService READERS = Executors.newCachedThreadPool(ReadTime::thread);

	/** @throws DrsformerException if it is negative */
	public ReadTime {
		if (seconds < 0)
			throw new DrsformerException("Reading a file cannot take " + seconds +
				" seconds at most; give a number of seconds, or 0 for as long as it takes.");
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "image file");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Reads something.
	 *
	 * @param file for the sentence
	 * @param reading done on another thread; must change nothing that others see
	 * @return what was read
	 * @throws DrsformerException if it takes too long; and whatever reading throws
	 * @throws CancellationException if this thread is interrupted
	 */
	public <T> T read(final Path file, final Supplier<T> reading) {
		if (seconds == 0)
			return reading.get();
		final Future<T> result = READERS.submit(reading::get);
		try {
			return result.get(seconds, TimeUnit.SECONDS);
		}
		catch (final TimeoutException late) {
			result.cancel(true);
			throw new DrsformerException("The image " + file + " could not be read within " + seconds +
				(seconds == 1 ? " second" : " seconds") +
				"; see whether it is damaged or its disk does not answer, or allow more time" + " (--read-timeout).",
				late);
		}
		catch (final InterruptedException interrupted) {
			result.cancel(true);
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final ExecutionException failure) {
			throw thrown(failure.getCause());
		}
	}

	private static RuntimeException thrown(final Throwable cause) {
		if (cause instanceof final Error error)
			throw error;
		return cause instanceof final RuntimeException failure ? failure : new IllegalStateException(cause);
	}
}
