package org.drsformer.batch.job;

import java.io.IOException;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * What came of a file.
 *
 * @param job the file
 * @param width pixels of a row; 0 if the file could not be read
 * @param height rows
 * @param planes slices, frames and channels
 * @param stamp what the result is known by; null if there is none
 * @param seconds from its first plane until it was written
 * @param networkSeconds of these, in the network
 * @param failure why it could not be derained, in a sentence that names the file; null if it was
 */
public record FileResult(FileJob job, int width, int height, int planes, FileStamp stamp, double seconds,
	double networkSeconds, String failure) {

	/** @throws DrsformerException if the result cannot be read again */
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
				failure.getMessage() + "); check that nothing else works in the output folder, and the disk.", failure);
		}
	}

	/** @param image null if it could not even be opened */
	public static FileResult failed(final FileJob job, final ImagePlus image, final Throwable failure) {
		final String sentence = FileFailure.of(job.input(), failure).sentence();
		return image == null ? new FileResult(job, 0, 0, 0, null, 0, 0, sentence)
			: new FileResult(job, image.getWidth(), image.getHeight(), image.getStackSize(), null, 0, 0, sentence);
	}

	/** Whether there is a result. */
	public boolean isDone() {
		return failure == null;
	}

	/** The size of the result; 0 if there is none. */
	public long outputBytes() {
		return stamp == null ? 0 : stamp.bytes();
	}

	/** Millions of pixels, over all planes. */
	public double megapixels() {
		return (double) width * height * planes / 1e6;
	}
}
