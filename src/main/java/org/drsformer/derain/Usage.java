package org.drsformer.derain;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;

/**
 * Counts the users of something that may be closed at any time, also by one of its users. It is freed when the last
 * user has left, so closing never waits and never frees what is in use.
 */
final class Usage {

	private final Runnable freeing;
	private int users;
	private boolean closed;

	/** @param freeing is called once: by whoever closes, or by the last user that leaves after that */
	Usage(final Runnable freeing) {
		this.freeing = freeing;
	}

	/**
	 * Does work that ends soon after this is closed, or after its thread is interrupted; the interrupt flag stays set.
	 *
	 * @param work receives a progress that ends it in these cases
	 * @throws DrsformerException if this is closed, before or meanwhile
	 * @throws CancellationException if the thread is interrupted, before or meanwhile, or the progress cancels the work
	 */
	void whileOpen(final Progress progress, final Consumer<Progress> work) {
		enter();
		try {
			check();
			work.accept(fraction -> {
				check();
				progress.update(fraction);
			});
		}
		finally {
			leave();
		}
	}

	private synchronized void enter() {
		requireOpen();
		users++;
	}

	private synchronized void requireOpen() {
		if (closed)
			throw new DrsformerException(
				"The network is already closed; close it only after all who use it have ended, or open another.");
	}

	private void check() {
		requireOpen();
		if (Thread.currentThread().isInterrupted())
			throw new CancellationException("interrupted");
	}

	private void leave() {
		final boolean last;
		synchronized (this) {
			users--;
			last = closed && users == 0;
		}
		if (last)
			freeing.run();
	}

	/** Refuses new users from now on, and ends the present ones at their next progress. Closing again does nothing. */
	void close() {
		final boolean unused;
		synchronized (this) {
			unused = !closed && users == 0;
			closed = true;
		}
		if (unused)
			freeing.run();
	}
}
