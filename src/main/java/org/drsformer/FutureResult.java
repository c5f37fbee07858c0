package org.drsformer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread computes, and throws what that thread has thrown. */
public final class FutureResult {

	private FutureResult() {
		// static functions only
	}

	/**
	 * Returns the result of a computation.
	 *
	 * @param time the longest wait, in the unit
	 * @throws TimeoutException if the result is not there in time; the computation goes on
	 * @throws CancellationException if this thread is interrupted
	 */
	public static <T> T within(final Future<T> result, final long time, final TimeUnit unit) throws TimeoutException {
		try {
			return result.get(time, unit);
		}
		catch (final InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final ExecutionException failure) {
			throw unchecked(failure.getCause());
		}
	}

	private static RuntimeException unchecked(final Throwable cause) {
		if (cause instanceof final Error error)
			throw error;
		return cause instanceof final RuntimeException failure ? failure : new IllegalStateException(cause);
	}
}
