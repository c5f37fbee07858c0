package org.drsformer.evaluate.imageplus;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.DeepColor;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.SliceViews;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccessibleInterval;

/**
 * Two images of ImageJ, frame by frame, as they are seen. No slice of a virtual stack is kept.
 *
 * @param results the frames of the result
 * @param targets as many frames of the target
 * @param range the data range that was stated; empty for the range of the pixel type
 */
record ImagePlusPair(ImagePlusFrames results, ImagePlusFrames targets, OptionalDouble range) {

	/** The largest unsigned number of 16 bits. */
	private static final int SHORTS = 65535;

	/** Two frames, or two of their slices, that belong together. */
	record FramePair(RandomAccessibleInterval<?> result, RandomAccessibleInterval<?> target) {}

	/**
	 * Pairs the frames of two images.
	 *
	 * @throws DrsformerException if the images differ in kind or in the number of their frames
	 */
	static ImagePlusPair of(final ImagePlus result, final ImagePlus target, final OptionalDouble range) {
		final ImagePlusPair images = new ImagePlusPair(new ImagePlusFrames(result), new ImagePlusFrames(target), range);
		if (images.results.channelAxis() != images.targets.channelAxis())
			throw new DrsformerException(
				"One image keeps its colours in three slices, and the other does not; convert one of them, for" +
					" example by Image > Type > RGB Color.");
		if (images.results.count() != images.targets.count())
			throw new DrsformerException("The first image has " + images.results.count() + " and the second " +
				images.targets.count() + " slices; compare stacks of the same size.");
		return images;
	}

	/** Returns the number of frames of each image. */
	int count() {
		return results.count();
	}

	/** Returns the channel axis of each frame, see {@link ImagePlusFrames#channelAxis()}. */
	int channelAxis() {
		return results.channelAxis();
	}

	/**
	 * Returns a pair of frames.
	 *
	 * @param i from 0
	 */
	FramePair frame(final int i) {
		return new FramePair(SliceViews.frame(seen(results, i)), SliceViews.frame(seen(targets, i)));
	}

	private List<ImageProcessor> seen(final ImagePlusFrames frames, final int i) {
		return seen(frames, i, range);
	}

	/**
	 * Returns the slices of a frame as they are seen.
	 *
	 * @param range the data range that was stated; empty for the range of the pixel type
	 */
	static List<ImageProcessor> seen(final ImagePlusFrames frames, final int i, final OptionalDouble range) {
		return frames.positive(i,
			range.orElseGet(() -> frames.slices(i).get(0).getBitDepth() == Short.SIZE ? SHORTS : 1));
	}

	/**
	 * Returns the slices of a pair of frames, each by itself: three for a 48-bit image, without its alpha, else one.
	 *
	 * @param i from 0
	 */
	List<FramePair> slices(final int i) {
		final List<ImageProcessor> result = seen(results, i);
		final List<ImageProcessor> target = seen(targets, i);
		return IntStream.range(0, channelAxis() < 0 ? 1 : DeepColor.CHANNELS)
			.mapToObj(s -> new FramePair(SliceViews.slice(result.get(s)), SliceViews.slice(target.get(s))))
			.toList();
	}
}
