package org.drsformer.network.strip;

import org.drsformer.Progress;

/** Adds up the work of all threads. Only the thread that made this tells the progress, and is cancelled by it. */
final class StripProgress {

	private final Progress progress;
	private final double totalMacs;
	private final Thread teller = Thread.currentThread();
	private double doneMacs;
	private double toldMacs;

	/** @param totalMacs the multiply-adds of all work */
	StripProgress(final Progress progress, final double totalMacs) {
		this.progress = progress;
		this.totalMacs = totalMacs;
	}

	/** Counts the multiply-adds of a strip. */
	void add(final double macs) {
		synchronized (this) {
			doneMacs += macs;
		}
		if (Thread.currentThread() == teller)
			progress.update(fraction());
	}

	/** Tells what other threads have done since the last time, on the thread that made this. */
	void catchUp() {
		if (isBehind())
			progress.update(fraction());
	}

	private synchronized boolean isBehind() {
		return doneMacs > toldMacs;
	}

	private synchronized double fraction() {
		toldMacs = doneMacs;
		return Math.min(1, doneMacs / totalMacs);
	}
}
