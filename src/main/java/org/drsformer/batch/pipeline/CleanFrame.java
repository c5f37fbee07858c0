package org.drsformer.batch.pipeline;

import java.util.List;

import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.imageplus.FrameDerainer;
import org.drsformer.image.Region;

import ij.process.ImageProcessor;

/**
 * A frame without rain.
 *
 * @param slices the slices of the frame
 * @param start when the work on it began, as {@link System#nanoTime} tells it
 * @param networkSeconds the time in the network
 */
record CleanFrame(List<ImageProcessor> slices, long start, double networkSeconds) {

	/**
	 * Derains a frame.
	 *
	 * @param derainer is not used by another thread
	 * @throws org.drsformer.DrsformerException if the frame cannot be derained
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	static CleanFrame of(final QueuedFrame frame, final Derainer derainer, final Progress progress) {
		final long start = System.nanoTime();
		final double before = derainer.networkSeconds();
		final RainyImage rainy = frame.image();
		final List<ImageProcessor> slices = new FrameDerainer(derainer, rainy.frames(), Region.whole(rainy.image()),
			rainy.range()).derain(frame.number(), frame.slices(), progress);
		return new CleanFrame(slices, start, derainer.networkSeconds() - before);
	}
}
