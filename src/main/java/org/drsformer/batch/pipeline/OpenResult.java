package org.drsformer.batch.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.image.file.PlaneWriter;

/** The result of a file that is being derained. Each frame is written as soon as it is derained. */
final class OpenResult {

	private static final double NANOS = 1e9;

	private final RainyImage rainy;
	private final PlaneWriter clean;
	private long start = System.nanoTime();
	private double networkSeconds;

	/** @param writer encodes and writes the result */
	OpenResult(final RainyImage rainy, final Executor writer) {
		this.rainy = rainy;
		clean = new PlaneWriter(rainy.image(), rainy.job().output(), writer);
	}

	FileJob job() {
		return rainy.job();
	}

	/**
	 * Hands the next frame on to be written.
	 *
	 * @throws org.drsformer.DrsformerException if the result cannot be written
	 */
	void append(final CleanFrame frame) {
		// the work on a small frame begins before the result is opened
		start = Math.min(start, frame.start());
		networkSeconds += frame.networkSeconds();
		frame.slices().forEach(clean::append);
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
