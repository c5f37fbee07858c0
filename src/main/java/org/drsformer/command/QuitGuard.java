package org.drsformer.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets work stop when Fiji is quit: leaving the JVM in the middle of a native call could crash it. */
final class QuitGuard implements AutoCloseable {

	/** A strip takes much less. */
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

	/** Whether the JVM is about to leave. */
	boolean isQuitting() {
		return quitting;
	}

	/** The work has ended, in whichever way. */
	@Override
	public void close() {
		finished.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		}
		catch (final IllegalStateException exc) {
			// the JVM is leaving already, which is what the hook was for
		}
	}
}
