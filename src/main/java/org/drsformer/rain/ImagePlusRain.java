package org.drsformer.rain;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.SliceViews;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Adds rain to an ImageJ image; each of its slices, frames and channels gets different rain. */
public final class ImagePlusRain {

	private ImagePlusRain() {
		// static functions only
	}

	/**
	 * Returns a rainy copy of an image. The copy has the same type, size, calibration, labels, display range, lookup
	 * tables, overlay and properties; for {@code cat.png} its title is {@code cat-rainy.png}. An image with a palette
	 * becomes RGB.
	 *
	 * @param clean is not changed; a virtual stack is read plane by plane
	 * @param progress hears which share of all planes is done
	 * @throws DrsformerException if the kind of image is not supported, or the image is too large; the message says so
	 * @throws java.util.concurrent.CancellationException if the progress cancels the work
	 */
	public static ImagePlus rainy(final ImagePlus clean, final RainSynthesizer synthesizer, final Progress progress) {
		try {
			final ImagePlus rainy = ImagePlusCopy.of(clean, ImagePlusCopy.title(clean.getTitle(), "-rainy"),
				rainy(new ImagePlusFrames(clean), synthesizer, progress));
			// it is in no file
			rainy.changes = true;
			return rainy;
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException("Java does not have enough memory for the image " + clean.getTitle() +
				"; give it more (-Xmx, in Fiji Edit > Options > Memory & Threads), or crop the image.", failure);
		}
	}

	private static ImageStack rainy(final ImagePlusFrames clean, final RainSynthesizer synthesizer,
		final Progress progress)
	{
		final ValueRange range = ValueRange.of(clean);
		final ImageStack stack = new ImageStack();
		for (int frame = 0; frame < clean.count(); frame++) {
			progress.update((double) frame / clean.count());
			final List<ImageProcessor> rainy = clean.slices(frame).stream().map(ImageProcessor::duplicate).toList();
			synthesizer.rainOn(SliceViews.frame(rainy), clean.channelAxis(), clean.range(frame, range), frame);
			rainy.forEach(stack::addSlice);
		}
		progress.update(1);
		return stack;
	}
}
