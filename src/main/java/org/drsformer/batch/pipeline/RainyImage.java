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

/** A file that has been opened, with what is known of it before its frames are derained. */
final class RainyImage {

	private final FileJob job;
	private final ReadTime time;
	private final String leftOut;
	private final ImagePlus image;
	private final ImagePlusFrames frames;
	private final ValueRange range;
	private volatile boolean abandoned;

	/**
	 * @throws org.drsformer.DrsformerException if the file cannot be read, is too large, or has pixels that are no
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

	/** Its planes are read from the file when they are asked for, if there are several. */
	ImagePlus image() {
		return image;
	}

	/** What of the file its result will not have, in a sentence; null if nothing. */
	String leftOut() {
		return leftOut;
	}

	ImagePlusFrames frames() {
		return frames;
	}

	/** @throws org.drsformer.DrsformerException if they cannot be read, or not in time */
	List<ImageProcessor> slices(final int frame) {
		return time.read(job.input(), () -> frames.slices(frame));
	}

	/** Of all frames. */
	ValueRange range() {
		return range;
	}

	/** No more frames are wanted; may come from another thread. */
	void abandon() {
		abandoned = true;
	}

	boolean isAbandoned() {
		return abandoned;
	}
}
