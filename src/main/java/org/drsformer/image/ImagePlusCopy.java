package org.drsformer.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Makes images of ImageJ that differ from others only by their pixels. */
public final class ImagePlusCopy {

	private ImagePlusCopy() {
		// static functions only
	}

	/**
	 * An image with the dimensions, labels, calibration, overlay, properties, lookup tables and display ranges of another,
	 * but other pixels.
	 *
	 * @param title of the new image
	 * @param original left as it is, and not the same stack
	 * @param pixels as many slices as the original has; get its labels
	 */
	public static ImagePlus of(final ImagePlus original, final String title, final ImageStack pixels) {
		for (int i = 1; i <= pixels.getSize(); i++)
			pixels.setSliceLabel(original.getStack().getSliceLabel(i), i);
		final ImagePlus plain = new ImagePlus(title, pixels);
		plain.setDimensions(original.getNChannels(), original.getNSlices(), original.getNFrames());
		final ImagePlus copy = original.isComposite() ? new CompositeImage(plain, original.getDisplayMode()) : plain;
		copy.setOpenAsHyperStack(original.isHyperStack());
		copyAnnotations(original, copy);
		copyDisplay(original, copy);
		return copy;
	}

	/** A title with something added before its ending, from which ImageJ guesses how to save. */
	public static String title(final String title, final String addition) {
		final int dot = title.lastIndexOf('.');
		final int end = dot > 0 ? dot : title.length();
		return title.substring(0, end) + addition + title.substring(end);
	}

	private static void copyAnnotations(final ImagePlus original, final ImagePlus copy) {
		copy.setCalibration(original.getCalibration());
		copy.setProperty("Info", original.getProperty("Info"));
		copy.setProperties(original.getPropertiesAsArray());
		if (original.getOverlay() != null)
			copy.setOverlay(original.getOverlay().duplicate());
		copy.setHideOverlay(original.getHideOverlay());
	}

	private static void copyDisplay(final ImagePlus original, final ImagePlus copy) {
		if (copy instanceof final CompositeImage composite)
			composite.copyLuts(original);
		else if (!(copy.getProcessor() instanceof ColorProcessor))
			copyDisplay(original.getProcessor(), copy);
		copy.setPosition(original.getC(), original.getZ(), original.getT());
	}

	/** Not for RGB, where ImageJ changes the pixels to change the display range. */
	private static void copyDisplay(final ImageProcessor original, final ImagePlus copy) {
		final ImageProcessor current = copy.getProcessor();
		current.setColorModel(original.getColorModel());
		current.setMinAndMax(original.getMin(), original.getMax());
		// what the other slices are shown with
		copy.getStack().update(current);
	}
}
