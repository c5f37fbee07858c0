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

/** Lets it rain in an image of ImageJ: in each of its slices, frames and channels other rain. */
public final class ImagePlusRain {

	private ImagePlusRain() {
		// static functions only
	}

	/**
	 * @param clean left as it is; a virtual stack is read plane by plane
	 * @param progress over all planes
	 * @return a new image of the same type, size, calibration, labels, display range, lookup tables, overlay and
	 *         properties, called {@code cat-rainy.png} for {@code cat.png}; RGB for an image with a palette
	 * @throws DrsformerException if the image is of a kind that is not supported, or too large; says so
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public static ImagePlus rainy(final ImagePlus clean, final RainSynthesizer synthesizer, final Progress progress) {
		try {
			return ImagePlusCopy.of(clean, ImagePlusCopy.title(clean.getTitle(), "-rainy"),
				rainy(new ImagePlusFrames(clean), synthesizer, progress));
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
