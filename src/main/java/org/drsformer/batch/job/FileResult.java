package org.drsformer.batch.job;

import java.io.IOException;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * The outcome of a job.
 *
 * @param job the job
 * @param width pixels of a row; 0 if the file could not be read
 * @param height rows
 * @param planes the number of slices in the stack
 * @param stamp identifies the result file; null if there is none
 * @param seconds the time from the first plane until the result was written
 * @param networkSeconds the part of that time in the network
 * @param failure a sentence that names the file and says why it could not be derained; null if it was derained
 */
public record FileResult(FileJob job, int width, int height, int planes, FileStamp stamp, double seconds,
	double networkSeconds, String failure) {

	/**
	 * Returns the outcome of a job whose result has been written.
	 *
	 * @throws DrsformerException if the result cannot be read again
	 */
	public static FileResult done(final FileJob job, final ImagePlus image, final double seconds,
		final double networkSeconds)
	{
		return new FileResult(job, image.getWidth(), image.getHeight(), image.getStackSize(), stamp(job), seconds,
			networkSeconds, null);
	}

	private static FileStamp stamp(final FileJob job) {
		try {
			return FileStamp.of(job.output());
		}
		catch (final IOException failure) {
			throw new DrsformerException("The result " + job.output() + " cannot be read again (" +
				failure.getMessage() + "); check that no other program uses the output folder, and check the disk.",
				failure);
		}
	}

	/**
	 * Returns the outcome of a job that has failed.
	 *
	 * @param image null if the file could not be opened
	 */
	public static FileResult failed(final FileJob job, final ImagePlus image, final Throwable failure) {
		final String sentence = FileFailure.of(job.input(), failure).sentence();
		return image == null ? new FileResult(job, 0, 0, 0, null, 0, 0, sentence)
			: new FileResult(job, image.getWidth(), image.getHeight(), image.getStackSize(), null, 0, 0, sentence);
	}

	/** Returns whether there is a result. */
	public boolean isDone() {
		return failure == null;
	}

	/** Returns the size of the result file in bytes; 0 if there is none. */
	public long outputBytes() {
		return stamp == null ? 0 : stamp.bytes();
	}

	/** Returns the millions of pixels of all planes. */
	public double megapixels() {
		return (double) width * height * planes / 1e6;
	}
}
