package org.drsformer.image.file.content;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;
import org.drsformer.FutureResult;

/**
 * The most time for opening a file or reading a plane of it. A damaged file or a slow disk must not stop the other
 * files: a read that takes longer continues on its own thread, and its result is ignored.
 *
 * @param seconds 0 for no limit
 */
public record ReadTime(int seconds) {

	/** More time than any good file needs. */
	public static final ReadTime USUAL = new ReadTime(300);

	private static final ExecutorService READERS = Executors.newCachedThreadPool(ReadTime::thread);

	/**
	 * Checks the time.
	 *
	 * @throws DrsformerException if it is negative
	 */
	public ReadTime {
		if (seconds < 0)
			throw new DrsformerException("The time for reading a file cannot be " + seconds +
				" seconds; give a number of seconds, or 0 for no limit.");
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "image file");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Reads something within the time.
	 *
	 * @param file for the message
	 * @param reading runs on another thread; must not change anything that others see
	 * @return what was read
	 * @throws DrsformerException if it takes too long; and whatever reading throws
	 * @throws CancellationException if this thread is interrupted
	 */
	public <T> T read(final Path file, final Supplier<T> reading) {
		if (seconds == 0)
			return reading.get();
		final Future<T> result = READERS.submit(reading::get);
		try {
			return FutureResult.within(result, seconds, TimeUnit.SECONDS);
		}
		catch (final TimeoutException late) {
			result.cancel(true);
			throw new DrsformerException(
				"The image " + file + " could not be read within " + seconds + (seconds == 1 ? " second" : " seconds") +
					"; check whether it is damaged or its disk does not respond, or allow more time for reading.",
				late);
		}
		catch (final CancellationException interrupted) {
			result.cancel(true);
			throw interrupted;
		}
	}
}
