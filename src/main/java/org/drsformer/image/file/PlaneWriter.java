package org.drsformer.image.file;

import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.drsformer.image.DeepColor;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.file.avi.AviWriter;
import org.drsformer.image.file.avi.SliceSequence;
import org.drsformer.image.file.content.ImageFormat;
import org.drsformer.image.file.tiff.TiffWriter;
import org.drsformer.io.WholeFile;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * Writes an image file plane by plane, so that memory holds three planes at most:
 *
 * <pre>
 * final ImagePlus rainy = ImageFiles.open(in);
 * try (PlaneWriter clean = new PlaneWriter(rainy, out)) {
 * 	for (int i = 1; i &lt;= rainy.getStackSize(); i++)
 * 		clean.append(derained(rainy.getStack().getProcessor(i)));
 * }
 * </pre>
 *
 * The file gets its name only when it is complete: when all planes have been appended and {@link #close} has returned.
 * Another thread encodes and writes.
 */
public final class PlaneWriter implements AutoCloseable {

	/** The number of planes that may wait to be written. */
	private static final int WAITING = 1;

	private static final int POLL_MILLIS = 50;

	private final ImagePlus like;
	private final Path file;
	private final BlockingQueue<ImageProcessor> planes = new ArrayBlockingQueue<>(WAITING);
	private final CompletableFuture<Void> written;
	private volatile boolean cancelled;
	private int appended;

	/**
	 * Starts writing a file on a new thread.
	 *
	 * @see #PlaneWriter(ImagePlus, Path, Executor)
	 */
	public PlaneWriter(final ImagePlus like, final Path file) {
		this(like, file, PlaneWriter::start);
	}

	/**
	 * Starts writing a file.
	 *
	 * @param like has as many planes of the same size and type, and everything else that the file will say of them,
	 *        such as calibration, labels and overlay; its pixels are ignored
	 * @param file its ending decides on the format
	 * @param executor runs the writing
	 * @throws org.drsformer.DrsformerException if the format cannot hold such an image
	 */
	public PlaneWriter(final ImagePlus like, final Path file, final Executor executor) {
		ImageFiles.checkHolds(like, file);
		this.like = like;
		this.file = file;
		written = CompletableFuture.runAsync(this::write, executor);
	}

	private static void start(final Runnable work) {
		final Thread thread = new Thread(work, "image writer");
		thread.setDaemon(true);
		thread.start();
	}

	private void write() {
		final ImageFormat format = ImageFormat.ofName(file);
		final int count = like.getStackSize();
		if (!format.holdsStacks() || count == 1 && format != ImageFormat.AVI || DeepColor.isRgb48(like))
			ImageFiles.write(whole(count), file);
		else if (format == ImageFormat.AVI)
			WholeFile.write(file, new AviWriter(like, sequence())::write);
		else
			new TiffWriter(like, sequence()).save(file);
	}

	private ImagePlus whole(final int count) {
		final ImageStack stack = new ImageStack();
		for (int i = 0; i < count; i++)
			stack.addSlice(next());
		return ImagePlusCopy.of(like, like.getTitle(), stack);
	}

	private ImageStack sequence() {
		return new SliceSequence(like, next(), this::next);
	}

	private ImageProcessor next() {
		try {
			while (!cancelled) {
				final ImageProcessor plane = planes.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
				if (plane != null)
					return plane;
			}
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		throw new CancellationException("not all planes were appended");
	}

	/**
	 * Adds a plane; waits if earlier planes must be written first.
	 *
	 * @param plane of the size and type of the image; must not change afterwards
	 * @throws org.drsformer.DrsformerException if the file cannot be written; says why
	 */
	public void append(final ImageProcessor plane) {
		if (appended == like.getStackSize())
			throw new IllegalStateException("All " + appended + " planes have been appended");
		try {
			while (!planes.offer(plane, POLL_MILLIS, TimeUnit.MILLISECONDS))
				if (written.isDone())
					throwFailure();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		appended++;
	}

	/** Returns a future that ends when the file is written, with the failure if it could not be. */
	public CompletableFuture<Void> written() {
		return written;
	}

	/**
	 * Waits until the file is written. If planes are missing, no file is left.
	 *
	 * @throws org.drsformer.DrsformerException if the file cannot be written; says why
	 */
	@Override
	public void close() {
		if (appended == like.getStackSize())
			throwFailure();
		else
			cancel();
	}

	/** Stops writing and leaves no file. */
	public void cancel() {
		cancelled = true;
		written.exceptionally(failure -> null).join();
	}

	private void throwFailure() {
		try {
			written.join();
		}
		catch (final CompletionException failure) {
			if (failure.getCause() instanceof final RuntimeException cause)
				throw cause;
			throw failure;
		}
	}
}
