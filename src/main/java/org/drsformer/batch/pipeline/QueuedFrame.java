package org.drsformer.batch.pipeline;

import java.util.List;

import org.drsformer.batch.job.FileJob;

import ij.process.ImageProcessor;

/**
 * What has been read: a frame of an image, or that a file cannot be read (any further).
 *
 * @param job the file
 * @param image null if it could not even be opened
 * @param number of the frame, from 0
 * @param slices of the frame
 * @param failure null if all is well
 */
record QueuedFrame(FileJob job, RainyImage image, int number, List<ImageProcessor> slices, Throwable failure) {

	/** Behind the last frame of the last image. */
	static final QueuedFrame END = new QueuedFrame(null, null, 0, List.of(), null);

	static QueuedFrame of(final RainyImage image, final int number) {
		return new QueuedFrame(image.job(), image, number, image.slices(number), null);
	}

	static QueuedFrame unreadable(final FileJob job, final RainyImage image, final Throwable failure) {
		return new QueuedFrame(job, image, 0, List.of(), failure);
	}

	/** What its pixels take. */
	long bytes() {
		return slices.stream()
			.mapToLong(slice -> (long) slice.getPixelCount() * bytesOfPixel(slice.getBitDepth()))
			.sum();
	}

	/** RGB has 24 bits in 32. */
	private static int bytesOfPixel(final int bits) {
		return bits > Short.SIZE ? Integer.BYTES : bits / Byte.SIZE;
	}
}
