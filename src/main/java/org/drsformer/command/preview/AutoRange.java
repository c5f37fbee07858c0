package org.drsformer.command.preview;

import org.drsformer.Progress;
import org.drsformer.derain.imageplus.CancelableFrames;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;

/** The value range of a whole image, as the command finds it. */
final class AutoRange {

	private record Found(int changes, ValueRange range) {}

	private final ImagePlus image;
	private volatile Found found;

	AutoRange(final ImagePlus image) {
		this.image = image;
	}

	/**
	 * Returns the range. Looks at the image again only if its pixels may have changed; those of a virtual stack cannot.
	 *
	 * @param changes a number that grows when the pixels change
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	ValueRange of(final int changes, final Progress progress) {
		final Found last = found;
		if (last != null && (last.changes == changes || image.getStack().isVirtual()))
			return last.range;
		final ValueRange range = ValueRange.of(new CancelableFrames(new ImagePlusFrames(image), progress));
		found = new Found(changes, range);
		return range;
	}
}
