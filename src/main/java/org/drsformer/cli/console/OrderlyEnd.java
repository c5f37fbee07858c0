package org.drsformer.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends the program in good order when the user or the system stops it: the work that has asked for it is told to stop,
 * and the JVM waits until the program has returned and so has said its last words. Leaving in the middle of a native
 * call could crash the JVM.
 */
public final class OrderlyEnd {

	/** A strip takes much less. */
	private static final int SECONDS_TO_STOP = 20;

	private static volatile Runnable stop;

	private OrderlyEnd() {
		// static functions only
	}

	/**
	 * Makes the end of the program wait for the work that starts now.
	 *
	 * @param cancel tells the work to stop; called on another thread
	 */
	public static void await(final Runnable cancel) {
		stop = cancel;
	}

	/**
	 * Runs the program.
	 *
	 * @param program says all that it has to say before it returns
	 * @return its exit code
	 */
	public static int of(final IntSupplier program) {
		final CountDownLatch ended = new CountDownLatch(1);
		final Thread hook = new Thread(() -> stop(ended), "stop in good order");
		Runtime.getRuntime().addShutdownHook(hook);
		try {
			return program.getAsInt();
		}
		finally {
			System.out.flush();
			System.err.flush();
			ended.countDown();
			remove(hook);
		}
	}

	private static void stop(final CountDownLatch ended) {
		final Runnable cancel = stop;
		if (cancel == null)
			return;
		cancel.run();
		try {
			ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private static void remove(final Thread hook) {
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException exc) {
			// the JVM is leaving already, which is what the hook was for
		}
	}
}
