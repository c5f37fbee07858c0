package org.drsformer.batch.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.drsformer.batch.job.FileJob;
import org.drsformer.derain.Derainer;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.SliceViews;
import org.drsformer.image.ValueRange;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccessibleInterval;

/** An input file that has been opened, with its value range, before its frames are derained. */
final class RainyImage {

	private final FileJob job;
	private final ReadTime time;
	private final String leftOut;
	private final ImagePlus image;
	private final ImagePlusFrames frames;
	private final ValueRange range;
	private volatile boolean abandoned;

	/**
	 * @throws org.drsformer.DrsformerException if the file cannot be read, is too large, or has pixels that are not
	 *         numbers
	 */
	RainyImage(final FileJob job, final Derainer derainer, final Function<Path, ImagePlus> opener,
		final ReadTime time)
	{
		this.job = job;
		this.time = time;
		final ImagePlus opened = time.read(job.input(), () -> opener.apply(job.input()));
		leftOut = ImageFiles.leftOut(opened);
		image = ImagePlusCopy.withoutPalette(opened);
		ImageFiles.checkHolds(image, job.output());
		frames = new ImagePlusFrames(image);
		range = derainer.rangeOf(() -> IntStream.range(0, frames.count())
			.<RandomAccessibleInterval<?>>mapToObj(i -> SliceViews.frame(slices(i)))
			.iterator());
	}

	FileJob job() {
		return job;
	}

	/** Returns the image. If it has several planes, each is read from the file when it is needed. */
	ImagePlus image() {
		return image;
	}

	/** Returns a sentence that says which content of the file the result lacks; null if it lacks nothing. */
	String leftOut() {
		return leftOut;
	}

	ImagePlusFrames frames() {
		return frames;
	}

	/**
	 * Returns the slices of a frame, from 0.
	 *
	 * @throws org.drsformer.DrsformerException if they cannot be read, or not in time
	 */
	List<ImageProcessor> slices(final int frame) {
		return time.read(job.input(), () -> frames.slices(frame));
	}

	/** Returns the value range of all frames. */
	ValueRange range() {
		return range;
	}

	/** Ends the reading of further frames. May be called by another thread. */
	void abandon() {
		abandoned = true;
	}

	boolean isAbandoned() {
		return abandoned;
	}
}
