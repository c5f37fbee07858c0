package org.drsformer.evaluate;

import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImagePlusFrames;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccessibleInterval;

/**
 * Two images of ImageJ, frame by frame. Of virtual stacks nothing is kept.
 *
 * @param results the frames of the result
 * @param targets as many frames of the target
 */
record FramePairs(ImagePlusFrames results, ImagePlusFrames targets) {

	/** Two frames, or two slices of them, that belong together. */
	record Pair(RandomAccessibleInterval<?> result, RandomAccessibleInterval<?> target) {}

	/** @throws DrsformerException if the images differ in kind or in the number of their frames */
	static FramePairs of(final ImagePlus result, final ImagePlus target) {
		final FramePairs pairs = new FramePairs(new ImagePlusFrames(result), new ImagePlusFrames(target));
		if (pairs.results.channelAxis() != pairs.targets.channelAxis())
			throw new DrsformerException(
				"One image is of 48 bits, 16 for each colour, and the other is not; convert one of them.");
		if (pairs.results.count() != pairs.targets.count())
			throw new DrsformerException("The first image has " + pairs.results.count() + " and the second " + pairs.targets
				.count() + " slices; compare stacks of the same size.");
		return pairs;
	}

	int count() {
		return results.count();
	}

	/** That of each frame, see {@link ImagePlusFrames#channelAxis()}. */
	int channelAxis() {
		return results.channelAxis();
	}

	/** @param i from 0 */
	Pair frame(final int i) {
		return new Pair(ImagePlusFrames.view(results.slices(i)), ImagePlusFrames.view(targets.slices(i)));
	}

	/** The slices of a frame, each by itself: three of an image of 48 bits, else one. */
	List<Pair> slices(final int i) {
		final List<ImageProcessor> result = results.slices(i);
		final List<ImageProcessor> target = targets.slices(i);
		return IntStream.range(0, result.size()).mapToObj(s -> new Pair(ImagePlusFrames.view(List.of(result
			.get(s))), ImagePlusFrames.view(List.of(target.get(s))))).toList();
	}
}
