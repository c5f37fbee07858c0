package org.drsformer.batch.pipeline;

import java.util.concurrent.TimeUnit;

/** How much memory the frames may have that were read ahead: a small part of Java's, or large images would fill it. */
final class FrameBudget {

	private static final int SHARE = 16;

	private static final int POLL_MILLIS = 50;

	private final long most;
	private long taken;

	FrameBudget() {
		this(Runtime.getRuntime().maxMemory() / SHARE);
	}

	FrameBudget(final long most) {
		this.most = most;
	}

	/** Whether a frame is so large that nothing else should be kept beside it. */
	boolean isLarge(final QueuedFrame frame) {
		return frame.bytes() > most / 2;
	}

	/** Waits a moment, if there is too much. */
	synchronized boolean hasRoom() throws InterruptedException {
		if (taken > most)
			TimeUnit.MILLISECONDS.timedWait(this, POLL_MILLIS);
		return taken <= most;
	}

	synchronized void take(final QueuedFrame frame) {
		taken += frame.bytes();
	}

	synchronized void release(final QueuedFrame frame) {
		taken -= frame.bytes();
		notifyAll();
	}
}
