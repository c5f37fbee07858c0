package org.drsformer.metric;

import org.drsformer.DrsformerException;
import org.drsformer.image.frame.Frames;
import org.drsformer.metric.plane.FrameReader;

import net.imglib2.RandomAccessibleInterval;

/**
 * Two images of equal size, to be read frame by frame.
 *
 * @param first the result
 * @param second the target
 */
record ImagePair(FrameReader first, FrameReader second) {

	/**
	 * Returns two images whose frames are gray, or RGB by their pixel type.
	 *
	 * @throws DrsformerException if an image cannot be read, or their sizes or channels differ
	 */
	static ImagePair of(final RandomAccessibleInterval<?> first, final RandomAccessibleInterval<?> second) {
		return of(first, second, Frames.NO_CHANNEL_AXIS);
	}

	/**
	 * Returns two images with the same channel axis.
	 *
	 * @throws DrsformerException if an image cannot be read, or their sizes or channels differ
	 */
	static ImagePair of(final RandomAccessibleInterval<?> first, final RandomAccessibleInterval<?> second,
		final int channelAxis)
	{
		final ImagePair images = new ImagePair(FrameReader.of(first, channelAxis), FrameReader.of(second, channelAxis));
		images.checkSizes();
		return images;
	}

	private void checkSizes() {
		if (!first.hasSizeOf(second))
			throw new DrsformerException("The images differ in size: the first has " + first.sizeText() +
				" and the second " + second.sizeText() + " pixels; crop or resize one of them.");
		if (first.channels() != second.channels())
			throw new DrsformerException("The first image has " + first.channels() + " and the second " +
				second.channels() + " channels; convert both to RGB or both to gray.");
	}

	/** Returns the number of frames of each image. */
	int count() {
		return first.count();
	}
}
