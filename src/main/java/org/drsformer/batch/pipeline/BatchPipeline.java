package org.drsformer.batch.pipeline;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.derain.Derainer;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

import ij.ImagePlus;

/**
 * Derains files one after the other without letting the network wait: one thread reads and decodes ahead, the calling
 * thread derains, and a third thread encodes and writes. Small frames are derained side by side. Only a few frames wait
 * between the threads, so the memory does not depend on the number and the length of the files. No frame waits if
 * frames are large compared with the memory.
 */
public final class BatchPipeline {

	/** The number of files that may still be written while the next ones are derained. */
	private static final int MOST_WRITTEN = 2;

	private static final int POLL_MILLIS = 50;

	private final Derainer derainer;
	private final ReadTime time;
	private final Function<Path, ImagePlus> opener;
	private final PipelineListener listener;
	private final Deque<CompletableFuture<FileResult>> written = new ArrayDeque<>();
	private final FrameBudget budget = new FrameBudget();
	private OpenResult inWork;
	private PipelineProgress share;

	/**
	 * @param limit the largest image that is accepted
	 * @param time how long opening a file and reading each plane may take
	 */
	public BatchPipeline(final Derainer derainer, final PixelLimit limit, final ReadTime time,
		final PipelineListener listener)
	{
		this(derainer, file -> ImageFiles.open(file, limit), time, listener);
	}

	/** Opens the files in another way: tests have files whose reading never ends. */
	BatchPipeline(final Derainer derainer, final Function<Path, ImagePlus> opener, final ReadTime time,
		final PipelineListener listener)
	{
		this.derainer = derainer;
		this.opener = opener;
		this.time = time;
		this.listener = listener;
	}

	/**
	 * Derains files. The folders of their results must exist.
	 *
	 * @throws org.drsformer.DrsformerException only if the listener throws it; failures of files are passed to the
	 *         listener
	 * @throws CancellationException if the listener cancels the run; the file that is being derained then has no result
	 */
	public void derainAll(final List<FileJob> jobs) {
		share = new PipelineProgress(jobs, listener);
		final ExecutorService writer = Executors.newSingleThreadExecutor(BatchPipeline::thread);
		try (ReadAhead frames = new ReadAhead(jobs, job -> new RainyImage(job, derainer, opener, time), budget);
			FramesAhead ahead = new FramesAhead(derainer)) {
			QueuedFrame frame = next(frames, ahead, writer);
			while (frame != QueuedFrame.END) {
				ahead.add(frame);
				while (ahead.isFull() && !listener.isStopped())
					take(ahead, writer);
				frame = next(frames, ahead, writer);
			}
			while (!ahead.isEmpty() && !listener.isStopped())
				take(ahead, writer);
		}
		finally {
			if (inWork != null)
				inWork.cancel();
			try {
				reap(0);
			}
			finally {
				writer.shutdown();
			}
		}
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "image writer");
		thread.setDaemon(true);
		return thread;
	}

	/** Returns the next frame. Takes those before it, and reports files that are written, while it waits. */
	private QueuedFrame next(final ReadAhead frames, final FramesAhead ahead, final ExecutorService writer) {
		QueuedFrame frame = null;
		while (frame == null && !listener.isStopped()) {
			frame = frames.poll();
			if (frame == null && !ahead.isEmpty())
				take(ahead, writer);
			else if (frame == null)
				idle();
		}
		return frame == null || listener.isStopped() ? QueuedFrame.END : frame;
	}

	private void idle() {
		share.repeat();
		reap(MOST_WRITTEN);
	}

	private void take(final FramesAhead ahead, final ExecutorService writer) {
		final PendingFrame next = ahead.remove();
		final QueuedFrame frame = next.frame();
		if (inWork != null && inWork.job() != frame.job())
			inWork = null;
		if (!frame.isAbandoned() && frame.failure() != null)
			fail(frame, frame.failure());
		else if (!frame.isAbandoned())
			derain(next, ahead, writer);
		reap(budget.isLarge(frame) ? 0 : MOST_WRITTEN);
		budget.release(frame);
	}

	private void derain(final PendingFrame next, final FramesAhead ahead, final ExecutorService writer) {
		final QueuedFrame frame = next.frame();
		try {
			if (frame.number() == 0) {
				listener.started(frame.job());
				listener.writing(List.of(frame.job()));
				if (frame.image().leftOut() != null)
					listener.noted(frame.image().leftOut());
				inWork = new OpenResult(frame.image(), writer);
			}
			final int count = frame.image().frames().count();
			final Progress progress = share.of(frame.job())
				.part((double) frame.number() / count, (frame.number() + 1.0) / count);
			inWork.append(ahead.derain(next, progress, share::repeat));
			if (frame.number() == count - 1)
				finish();
			progress.update(1);
		}
		catch (final CancellationException cancelled) {
			throw cancelled;
		}
		catch (final RuntimeException | OutOfMemoryError failure) {
			frame.image().abandon();
			fail(frame, failure);
		}
	}

	private void finish() {
		written.add(inWork.written().thenApply(result -> {
			listener.recorded(result);
			return result;
		}));
		inWork = null;
	}

	private void fail(final QueuedFrame frame, final Throwable failure) {
		if (inWork != null)
			inWork.cancel();
		else
			listener.started(frame.job());
		inWork = null;
		final FileResult result = FileResult.failed(frame.job(), frame.image() == null ? null : frame.image().image(),
			failure);
		// the files before this one are reported first
		reap(0);
		listener.recorded(result);
		listener.finished(result);
		share.of(frame.job()).update(1);
	}

	/** Reports files that have been written, and waits until at most {@code most} files are still being written. */
	private void reap(final int most) {
		while (!written.isEmpty() && (written.size() > most || written.peek().isDone()))
			try {
				final FileResult result = written.peek().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
				written.remove();
				listener.finished(result);
			}
			catch (final TimeoutException unfinished) {
				continue;
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw new CancellationException("interrupted");
			}
			catch (final ExecutionException failure) {
				written.remove();
				throw failure.getCause() instanceof final RuntimeException cause ? cause
					: new CompletionException(failure.getCause());
			}
	}
}
