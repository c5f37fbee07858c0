package org.drsformer.batch.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.drsformer.FutureResult;
import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ij.process.ImageProcessor;

/**
 * Frames in their order, of which the small ones are derained side by side, each by one thread: a small frame has too
 * few strips to keep several threads at work. A large frame is derained when it is taken, while no other is.
 */
final class FramesAhead implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(FramesAhead.class);

	/** For each thread, the frames that are derained or wait for one before them. */
	private static final int LEAD = 2;

	private static final int POLL_MILLIS = 50;

	private final Derainer derainer;
	private final int threads;
	private final SideBySide work;
	private final Deque<PendingFrame> frames = new ArrayDeque<>();
	private volatile boolean closed;

	FramesAhead(final Derainer derainer) {
		this.derainer = derainer;
		threads = derainer.smallFramesAtOnce();
		work = new SideBySide(threads);
	}

	/** Adds a frame, and begins to derain it if it is small. */
	void add(final QueuedFrame frame) {
		if (!isSmall(frame)) {
			frames.add(new PendingFrame(frame, null));
			return;
		}
		final Derainer single = derainer.onOneThread();
		final FutureTask<CleanFrame> clean = new FutureTask<>(
			() -> CleanFrame.of(frame, single, fraction -> check(frame)));
		frames.add(new PendingFrame(frame, clean));
		work.execute(clean);
	}

	private boolean isSmall(final QueuedFrame frame) {
		if (frame.failure() != null || threads == 1)
			return false;
		final ImageProcessor slice = frame.slices().get(0);
		return Derainer.isSmall(slice.getWidth(), slice.getHeight());
	}

	/** Ends work that nobody needs. */
	private void check(final QueuedFrame frame) {
		if (closed || frame.isAbandoned())
			throw new CancellationException("abandoned");
	}

	boolean isEmpty() {
		return frames.isEmpty();
	}

	/** Returns whether frames are to be taken before another one is added. */
	boolean isFull() {
		return !isEmpty() && (frames.size() >= LEAD * threads || !frames.getLast().isBegun());
	}

	/** Returns the next frame, which {@link #derain} takes. */
	PendingFrame remove() {
		return frames.remove();
	}

	/**
	 * Returns a frame without rain. Waits until it is derained, or derains it on this thread.
	 *
	 * @param progress is told if it is derained on this thread
	 * @param waiting is called while it waits, and may cancel
	 * @throws org.drsformer.DrsformerException if the frame cannot be derained
	 * @throws CancellationException if it is cancelled, or this thread is interrupted
	 */
	CleanFrame derain(final PendingFrame next, final Progress progress, final Runnable waiting) {
		if (next.isBegun())
			try {
				return await(next, waiting);
			}
			catch (final CancellationException cancelled) {
				throw cancelled;
			}
			catch (final RuntimeException | OutOfMemoryError failure) {
				// there may have been too little memory for several at once
				LOG.debug("Deraining a frame alone after a failure", failure);
			}
		awaitOthers(waiting);
		return CleanFrame.of(next.frame(), derainer, progress);
	}

	private static CleanFrame await(final PendingFrame next, final Runnable waiting) {
		while (true)
			try {
				return FutureResult.within(next.clean(), POLL_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException unfinished) {
				waiting.run();
			}
	}

	private void awaitOthers(final Runnable waiting) {
		try {
			while (!work.isIdle(POLL_MILLIS))
				waiting.run();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	/** Ends the work. Returns when no thread works, even if this one is interrupted: native code cannot be stopped. */
	@Override
	public void close() {
		closed = true;
		work.clear();
		boolean interrupted = false;
		boolean idle = false;
		while (!idle)
			try {
				idle = work.isIdle(POLL_MILLIS);
			}
			catch (final InterruptedException exc) {
				interrupted = true;
			}
		if (interrupted)
			Thread.currentThread().interrupt();
	}
}
