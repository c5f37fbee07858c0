package org.drsformer.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends the program in good order when the user or the system stops it: cancels the work that has registered for it, and
 * waits until the program has returned and printed its last messages. Ending the JVM during a native call could crash
 * it.
 */
public final class OrderlyEnd {

	/** A strip takes much less time. */
	private static final int SECONDS_TO_STOP = 20;

	private static volatile Runnable stop;

	private OrderlyEnd() {
		// static functions only
	}

	/**
	 * Registers the work that starts now: the end of the program cancels it and waits for it.
	 *
	 * @param cancel cancels the work; called on another thread
	 */
	public static void await(final Runnable cancel) {
		stop = cancel;
	}

	/**
	 * Runs the program and returns its exit code.
	 *
	 * @param program prints all its messages before it returns
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
			// the JVM is ending already, and the hook has run
		}
	}
}
