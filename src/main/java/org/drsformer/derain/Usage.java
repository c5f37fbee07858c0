package org.drsformer.derain;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;

/**
 * Who is at work with something that may be closed at any time, also by one of them: it is freed when the last has
 * left, so that closing never waits and never takes away what is in use.
 */
final class Usage {

	private final Runnable freeing;
	private int users;
	private boolean closed;

	/** @param freeing called once, by whoever closes or by the last that leaves after that */
	Usage(final Runnable freeing) {
		this.freeing = freeing;
	}

	/**
	 * Does something that ends soon after it is closed, or after the thread is interrupted, which stays marked as such.
	 *
	 * @param work gets a progress that ends it then
	 * @throws DrsformerException if it is closed, before or meanwhile
	 * @throws CancellationException if the thread is interrupted, before or meanwhile, or the progress asks for it
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
				"The network is closed already; let whoever closes it wait until all who use it have" +
					" ended, or open another.");
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

	/** From now on nobody gets in, and those inside are told at their next progress; closing again does nothing. */
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
