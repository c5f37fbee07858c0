package org.drsformer.derain;

import ij.ImagePlus;

/**
 * What came of a file.
 *
 * @param job the file
 * @param width pixels of a row; 0 if the file could not be read
 * @param height rows
 * @param planes slices, frames and channels
 * @param outputBytes the size of the result; 0 if there is none
 * @param seconds from its first plane until it was written
 * @param networkSeconds of these, in the network
 * @param failure why it could not be derained, in a sentence that names the file; null if it was
 */
public record FileResult(FileJob job, int width, int height, int planes, long outputBytes, double seconds,
	double networkSeconds, String failure)
{

	static FileResult done(final FileJob job, final ImagePlus image, final double seconds, final double networkSeconds) {
		return new FileResult(job, image.getWidth(), image.getHeight(), image.getStackSize(), job.output().toFile().length(),
			seconds, networkSeconds, null);
	}

	/** @param image null if it could not even be opened */
	static FileResult failed(final FileJob job, final ImagePlus image, final Throwable failure) {
		final String sentence = FileFailure.of(job.input(), failure).sentence();
		return image == null ? new FileResult(job, 0, 0, 0, 0, 0, 0, sentence) : new FileResult(job, image.getWidth(), image
			.getHeight(), image.getStackSize(), 0, 0, 0, sentence);
	}

	/** Whether there is a result. */
	public boolean isDone() {
		return failure == null;
	}

	/** Millions of pixels, over all planes. */
	public double megapixels() {
		return (double) width * height * planes / 1e6;
	}
}
