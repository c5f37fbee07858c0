package org.drsformer.batch.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.imageplus.FrameDerainer;
import org.drsformer.image.Region;
import org.drsformer.image.file.PlaneWriter;

import ij.process.ImageProcessor;

/** The result of a file that is being derained. Each frame is written as soon as it is derained. */
final class OpenResult {

	private static final double NANOS = 1e9;

	private final RainyImage rainy;
	private final Derainer derainer;
	private final FrameDerainer frameDerainer;
	private final PlaneWriter clean;
	private final long start = System.nanoTime();
	private double networkSeconds;

	/** @param writer encodes and writes the result */
	OpenResult(final RainyImage rainy, final Derainer derainer, final Executor writer) {
		this.rainy = rainy;
		this.derainer = derainer;
		frameDerainer = new FrameDerainer(derainer, rainy.frames(), Region.whole(rainy.image()), rainy.range());
		clean = new PlaneWriter(rainy.image(), rainy.job().output(), writer);
	}

	FileJob job() {
		return rainy.job();
	}

	/**
	 * Derains a frame and hands it on to be written.
	 *
	 * @throws org.drsformer.DrsformerException if the frame cannot be derained, or the result cannot be written
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	void derain(final QueuedFrame frame, final Progress progress) {
		final double before = derainer.networkSeconds();
		final List<ImageProcessor> slices = frameDerainer.derain(frame.number(), frame.slices(), progress);
		networkSeconds += derainer.networkSeconds() - before;
		slices.forEach(clean::append);
	}

	/**
	 * Returns the outcome, which is there when all frames have been derained and the result has been written or has
	 * failed.
	 */
	CompletableFuture<FileResult> written() {
		return clean.written().handle((nothing, failure) -> result(failure));
	}

	private FileResult result(final Throwable failure) {
		if (failure != null)
			return FileResult.failed(job(), rainy.image(),
				failure instanceof CompletionException ? failure.getCause() : failure);
		try {
			return FileResult.done(job(), rainy.image(), (System.nanoTime() - start) / NANOS, networkSeconds);
		}
		catch (final DrsformerException unreadable) {
			return FileResult.failed(job(), rainy.image(), unreadable);
		}
	}

	/** Cancels the result and deletes what has been written of it. */
	void cancel() {
		rainy.abandon();
		clean.cancel();
	}
}
