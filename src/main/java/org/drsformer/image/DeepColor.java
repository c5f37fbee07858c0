package org.drsformer.image;

import java.util.List;
import java.util.stream.IntStream;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;

/** Recognizes colour images of 16 bits a channel, which ImageJ keeps as one slice for each channel. */
public final class DeepColor {

	/** Red, green and blue. */
	public static final int CHANNELS = 3;

	/** ImageJ calls the alpha of such TIFF files gray. */
	private static final List<String> RGBA = List.of("Red", "Green", "Blue", "Gray");

	private DeepColor() {
		// static functions only
	}

	/**
	 * Returns whether the three slices of an image are its red, green and blue. ImageJ itself recognizes such an image
	 * by the label of its first slice, see {@link ImagePlus#getFileInfo}.
	 */
	public static boolean isRgb48(final ImagePlus image) {
		return isComposite16(image) && image.getStackSize() == CHANNELS
			&& "Red".equals(image.getStack().getSliceLabel(1));
	}

	/** Returns whether the four slices of an image are its red, green, blue and alpha. */
	public static boolean isRgba64(final ImagePlus image) {
		final ImageStack stack = image.getStack();
		return isComposite16(image) && stack.getSize() == RGBA.size()
			&& RGBA.equals(IntStream.rangeClosed(1, RGBA.size()).mapToObj(stack::getSliceLabel).toList());
	}

	private static boolean isComposite16(final ImagePlus image) {
		return image instanceof CompositeImage && image.getType() == ImagePlus.GRAY16;
	}
}
