package org.drsformer.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops work when the user quits Fiji: ending the JVM during a native call could crash it. */
final class QuitGuard implements AutoCloseable {

	/** A strip takes much less time. */
	private static final int SECONDS_TO_STOP = 20;

	private final CountDownLatch finished = new CountDownLatch(1);
	private final Thread hook = new Thread(this::await, "stop deraining");
	private volatile boolean quitting;

	QuitGuard() {
		Runtime.getRuntime().addShutdownHook(hook);
	}

	private void await() {
		quitting = true;
		try {
			finished.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** Returns whether the JVM is about to end. */
	boolean isQuitting() {
		return quitting;
	}

	/** Says that the work has ended, in whatever way. */
	@Override
	public void close() {
		finished.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException exc) {
			// the JVM is ending already, and the hook has run
		}
	}
}
