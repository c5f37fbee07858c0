package org.drsformer.derain;

import java.util.List;

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
record RainyFrame(FileJob job, RainyImage image, int number, List<ImageProcessor> slices, Throwable failure) {

	/** Behind the last frame of the last image. */
	static final RainyFrame END = new RainyFrame(null, null, 0, List.of(), null);

	static RainyFrame of(final RainyImage image, final int number) {
		return new RainyFrame(image.job(), image, number, image.slices(number), null);
	}

	static RainyFrame unreadable(final FileJob job, final RainyImage image, final Throwable failure) {
		return new RainyFrame(job, image, 0, List.of(), failure);
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
