package org.drsformer.batch.pipeline;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.drsformer.batch.job.FileJob;

/** Reads the frames of many files on a separate thread, a few frames ahead of the thread that derains them. */
final class ReadAhead implements AutoCloseable {

	/** The number of frames that may wait. */
	private static final int WAITING = 2;

	private static final int POLL_MILLIS = 50;

	private final BlockingQueue<QueuedFrame> frames = new ArrayBlockingQueue<>(WAITING);
	private final List<FileJob> jobs;
	private final Function<FileJob, RainyImage> opener;
	private final FrameBudget budget;
	private final Thread thread = new Thread(this::read, "image reader");
	private volatile boolean closed;

	ReadAhead(final List<FileJob> jobs, final Function<FileJob, RainyImage> opener, final FrameBudget budget) {
		this.jobs = jobs;
		this.opener = opener;
		this.budget = budget;
		thread.setDaemon(true);
		thread.start();
	}

	private void read() {
		for (final FileJob job : jobs)
			if (!closed)
				read(job);
		put(QueuedFrame.END);
	}

	private void read(final FileJob job) {
		RainyImage image = null;
		awaitRoom();
		try {
			image = opener.apply(job);
			for (int i = 0; i < image.frames().count() && !closed && !image.isAbandoned(); i++) {
				final QueuedFrame frame = QueuedFrame.of(image, i);
				budget.take(frame);
				put(frame);
				awaitRoom();
			}
		}
		catch (final RuntimeException | OutOfMemoryError failure) {
			put(QueuedFrame.unreadable(job, image, failure));
		}
	}

	private void awaitRoom() {
		try {
			while (!closed && !budget.hasRoom())
				continue;
		}
		catch (final InterruptedException exc) {
			closed = true;
		}
	}

	private void put(final QueuedFrame frame) {
		try {
			while (!closed)
				if (frames.offer(frame, POLL_MILLIS, TimeUnit.MILLISECONDS))
					return;
		}
		catch (final InterruptedException exc) {
			closed = true;
		}
	}

	/** Returns the next frame; null if there is none after a moment. */
	QueuedFrame poll() {
		try {
			return frames.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	/** Stops reading. */
	@Override
	public void close() {
		closed = true;
		frames.clear();
	}
}
