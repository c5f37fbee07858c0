package org.drsformer.command.preview;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.SmallHeap;

import ij.process.ImageProcessor;

/**
 * Computes one picture of a preview on a thread of its own. After it is cancelled it ends within a second or two, and
 * reports nothing any more. Used on the event dispatch thread.
 */
final class PreviewTask {

	/** Receives what becomes of a task, on the event dispatch thread. */
	interface Listener {

		void progressed(double fraction);

		void finished(ImageProcessor picture);

		void failed(String sentence);
	}

	private final Function<Progress, ImageProcessor> work;
	private final Listener listener;
	private volatile boolean cancelled;

	/** @param work is told to end by a CancellationException of its progress */
	PreviewTask(final Function<Progress, ImageProcessor> work, final Listener listener) {
		this.work = work;
		this.listener = listener;
	}

	void start() {
		final Thread thread = new Thread(this::run, "preview of deraining");
		thread.setDaemon(true);
		thread.start();
	}

	void cancel() {
		cancelled = true;
	}

	private void run() {
		try {
			final ImageProcessor picture = work.apply(this::update);
			tell(() -> listener.finished(picture));
		}
		catch (final CancellationException end) {
			tell(() -> listener.failed("The preview was stopped."));
		}
		catch (final DrsformerException failure) {
			tell(() -> listener.failed(failure.getMessage()));
		}
		catch (final OutOfMemoryError failure) {
			tell(() -> listener.failed(SmallHeap.sentence()));
		}
		catch (final RuntimeException fault) {
			tell(() -> listener.failed("The preview failed: " + fault));
		}
	}

	private void update(final double fraction) {
		if (cancelled)
			throw new CancellationException("the preview is out of date");
		tell(() -> listener.progressed(fraction));
	}

	private void tell(final Runnable news) {
		EventQueue.invokeLater(() -> {
			if (!cancelled)
				news.run();
		});
	}
}
