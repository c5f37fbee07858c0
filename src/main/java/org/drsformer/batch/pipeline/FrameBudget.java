package org.drsformer.batch.pipeline;

import java.util.concurrent.TimeUnit;

/**
 * Limits the memory of the frames that are read ahead to a small part of Java's memory, which large images would fill
 * otherwise.
 */
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

	/** Returns whether a frame is so large that no other frame should wait beside it. */
	boolean isLarge(final QueuedFrame frame) {
		return frame.bytes() > most / 2;
	}

	/** Returns whether another frame may be read; waits a moment if there is no room. */
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
