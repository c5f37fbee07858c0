package org.drsformer.batch.pipeline;

import java.util.List;

import org.drsformer.batch.job.FileJob;

import ij.process.ImageProcessor;

/**
 * An item of the queue between reading and deraining: a frame, or the failure to read a file (further).
 *
 * @param job the file
 * @param image null if the file could not be opened
 * @param number the number of the frame, from 0
 * @param slices the slices of the frame
 * @param failure null if the frame was read
 */
record QueuedFrame(FileJob job, RainyImage image, int number, List<ImageProcessor> slices, Throwable failure) {

	/** Follows the last frame of the last image. */
	static final QueuedFrame END = new QueuedFrame(null, null, 0, List.of(), null);

	static QueuedFrame of(final RainyImage image, final int number) {
		return new QueuedFrame(image.job(), image, number, image.slices(number), null);
	}

	static QueuedFrame unreadable(final FileJob job, final RainyImage image, final Throwable failure) {
		return new QueuedFrame(job, image, 0, List.of(), failure);
	}

	/** Returns whether its file has failed already. */
	boolean isAbandoned() {
		return image != null && image.isAbandoned();
	}

	/** Returns the memory of its pixels in bytes. */
	long bytes() {
		return slices.stream()
			.mapToLong(slice -> (long) slice.getPixelCount() * bytesOfPixel(slice.getBitDepth()))
			.sum();
	}

	/** RGB pixels have 24 bits, which are stored in 32. */
	private static int bytesOfPixel(final int bits) {
		return bits > Short.SIZE ? Integer.BYTES : bits / Byte.SIZE;
	}
}
