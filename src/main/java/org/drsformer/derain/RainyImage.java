package org.drsformer.derain;

import org.drsformer.image.ImageFiles;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.PixelLimit;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;

/** A file that has been opened, with what is known of it before its frames are derained. */
final class RainyImage {

	private final FileJob job;
	private final String leftOut;
	private final ImagePlus image;
	private final ImagePlusFrames frames;
	private final ValueRange range;
	private volatile boolean abandoned;

	/** @throws org.drsformer.DrsformerException if the file cannot be read, is too large, or has pixels that are no numbers */
	RainyImage(final FileJob job, final Derainer derainer, final PixelLimit limit) {
		this.job = job;
		final ImagePlus opened = ImageFiles.open(job.input(), limit);
		leftOut = ImageFiles.leftOut(opened);
		image = ImagePlusCopy.withoutPalette(opened);
		ImageFiles.checkHolds(image, job.output());
		frames = new ImagePlusFrames(image);
		range = derainer.rangeOf(frames);
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
