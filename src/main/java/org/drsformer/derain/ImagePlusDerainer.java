package org.drsformer.derain;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/**
 * Removes rain from an image of ImageJ: all slices, frames and channels. Red, green and blue are derained together (in an
 * RGB image, and in one of 48 bits that ImageJ keeps as three slices); any other channel by itself.
 */
public final class ImagePlusDerainer {

	private ImagePlusDerainer() {
		// static functions only
	}

	/**
	 * Removes the rain from an image.
	 *
	 * @param rainy left as it is; a virtual stack is read plane by plane
	 * @param progress over all planes
	 * @return a new image of the same type, size, calibration, labels, display range, lookup tables, overlay and
	 *         properties, called {@code cat-derained.png} for {@code cat.png}; RGB for an 8-bit colour image, whose palette
	 *         does not hold the colours of the result
	 * @throws DrsformerException if the image cannot be derained; says why
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public static ImagePlus derain(final ImagePlus rainy, final Derainer derainer, final Progress progress) {
		try {
			return ImagePlusCopy.of(rainy, title(rainy.getTitle()), derain(new ImagePlusFrames(rainy), derainer, progress));
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException("Java has not enough memory for the image " + rainy.getTitle() +
				"; give it more (-Xmx, in Fiji Edit > Options > Memory & Threads), or crop the image.", failure);
		}
	}

	private static ImageStack derain(final ImagePlusFrames rainy, final Derainer derainer, final Progress progress) {
		final ValueRange range = derainer.rangeOf(rainy);
		final ImageStack stack = new ImageStack();
		final double count = rainy.count();
		for (int frame = 0; frame < count; frame++) {
			final List<ImageProcessor> slices = rainy.slices(frame);
			// with the alpha and the lookup tables of the slices
			final List<ImageProcessor> clean = slices.stream().map(ImageProcessor::duplicate).toList();
			derainer.derainFrame(ImagePlusFrames.view(slices), ImagePlusFrames.view(clean), rainy.channelAxis(), range,
				progress.part(frame / count, (frame + 1) / count));
			clean.forEach(stack::addSlice);
		}
		return stack;
	}

	static String title(final String title) {
		return ImagePlusCopy.title(title, "-derained");
	}
}
