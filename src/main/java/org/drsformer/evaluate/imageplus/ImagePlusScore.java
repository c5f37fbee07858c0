package org.drsformer.evaluate.imageplus;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.SliceViews;
import org.drsformer.metric.PlaneScore;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.Score;
import org.drsformer.metric.noreference.NoReference;
import org.drsformer.metric.noreference.NoReferenceScore;

import ij.ImagePlus;

/**
 * Scores images of ImageJ: every slice, time and channel by itself, but red, green and blue together (in an RGB image,
 * and in a 48-bit image, which ImageJ keeps as three slices).
 *
 * <pre>
 * Score score = ImagePlusScore.of(result, target, Protocol.rain200Spa(), Progress.NONE);
 * </pre>
 */
public final class ImagePlusScore {

	private ImagePlusScore() {
		// static functions only
	}

	/**
	 * Scores an image. Only one slice of a virtual stack is in memory at a time.
	 *
	 * @param progress updated after every slice
	 * @return one {@link PlaneScore} for each slice, whose position is its number from 0
	 * @throws DrsformerException if the images differ in size or kind, or the protocol does not score them
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public static Score of(final ImagePlus result, final ImagePlus target, final Protocol protocol,
		final Progress progress)
	{
		final ImagePlusPair images = ImagePlusPair.of(result, target, protocol.statedDataRange());
		final List<PlaneScore> planes = new ArrayList<>();
		double dataRange = 0;
		for (int i = 0; i < images.count(); i++) {
			final ImagePlusPair.FramePair pair = images.frame(i);
			final Score score = protocol.score(pair.result(), pair.target(), images.channelAxis());
			dataRange = score.dataRange();
			planes.add(at(i, score.planes().get(0)));
			progress.update((i + 1.0) / images.count());
		}
		return new Score(protocol.name(), dataRange, List.copyOf(planes));
	}

	/** Scores a part of an image, as {@link #of(ImagePlus, ImagePlus, Protocol, Progress)} does. */
	public static Score of(final ImagePlus result, final ImagePlus target, final Crop crop, final Protocol protocol,
		final Progress progress)
	{
		final Crop.Images images = crop.of(result, target);
		return of(images.result(), images.target(), protocol, progress);
	}

	/**
	 * Scores an image without a target. Only one slice of a virtual stack is in memory at a time.
	 *
	 * @param progress updated after every slice
	 * @return the score of each slice
	 * @throws DrsformerException if the protocol does not score the image; names the slice of a stack
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public static NoReferenceScore of(final ImagePlus image, final NoReference protocol, final Progress progress) {
		final ImagePlusFrames frames = new ImagePlusFrames(image);
		final List<Double> planes = new ArrayList<>();
		double dataRange = 0;
		for (int i = 0; i < frames.count(); i++) {
			final NoReferenceScore score = score(frames, i, protocol);
			dataRange = score.dataRange();
			planes.add(score.value());
			progress.update((i + 1.0) / frames.count());
		}
		return new NoReferenceScore(protocol.name(), dataRange, List.copyOf(planes));
	}

	private static NoReferenceScore score(final ImagePlusFrames frames, final int i, final NoReference protocol) {
		try {
			return protocol.score(SliceViews.frame(ImagePlusPair.seen(frames, i, protocol.statedDataRange())),
				frames.channelAxis(), Progress.NONE);
		}
		catch (final DrsformerException refusal) {
			throw frames.count() == 1 ? refusal
				: new DrsformerException("Slice " + frames.numbers(i)[0] + ": " + refusal.getMessage(), refusal);
		}
	}

	private static PlaneScore at(final long position, final PlaneScore plane) {
		return new PlaneScore(List.of(position), plane.quality(), plane.channels());
	}
}
