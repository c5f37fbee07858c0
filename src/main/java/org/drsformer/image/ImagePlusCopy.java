package org.drsformer.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Makes images of ImageJ that differ from others only by their pixels. */
public final class ImagePlusCopy {

	private ImagePlusCopy() {
		// static functions only
	}

	/**
	 * An image that is as another in everything but the pixels.
	 *
	 * @param pixels as many slices as the original has; get its labels
	 */
	public static ImagePlus of(final ImagePlus original, final String title, final ImageStack pixels) {
		for (int i = 1; i <= pixels.getSize(); i++)
			pixels.setSliceLabel(original.getStack().getSliceLabel(i), i);
		return of(original, title, new ImagePlusFrames(original), pixels);
	}

	/**
	 * An image that is as another in everything but the places of its samples, such as one that is turned.
	 *
	 * @param pixels as many slices, to be seen through the same lookup tables
	 */
	public static ImagePlus rearranged(final ImagePlus original, final ImageStack pixels) {
		final ImagePlus copy = of(original, original.getTitle(), pixels);
		copyDisplay(original, copy);
		return copy;
	}

	/**
	 * An image whose samples are what is seen: itself, or if it has a palette, its colours or shades as a virtual
	 * stack.
	 */
	public static ImagePlus withoutPalette(final ImagePlus image) {
		final ImagePlusFrames frames = new ImagePlusFrames(image);
		return frames.isPalette() ? of(image, image.getTitle(), frames, frames.virtualStack()) : image;
	}

	/**
	 * An image with the calibration, selection, overlay, properties, lookup tables and display ranges of another, but
	 * other pixels.
	 *
	 * @param original left as it is, and not the same stack
	 * @param title of the new image
	 * @param frames which slices of the original these are
	 * @param pixels as many slices, with their labels
	 */
	public static ImagePlus of(final ImagePlus original, final String title, final ImagePlusFrames frames,
		final ImageStack pixels)
	{
		final ImagePlus plain = plain(original, title, frames, pixels);
		final ImagePlus copy = original.isComposite() ? new CompositeImage(plain, original.getDisplayMode()) : plain;
		copy.setOpenAsHyperStack(original.isHyperStack());
		copyAnnotations(original, copy, frames);
		// the pixels are what was seen through a palette
		if (!frames.isPalette())
			copyDisplay(original, copy);
		copy.setPosition(original.getC(), frames.sliceSpan().place(original.getZ()),
			frames.timeSpan().place(original.getT()));
		return copy;
	}

	/** A title with something added before its ending, from which ImageJ guesses how to save. */
	public static String title(final String title, final String addition) {
		final int dot = title.lastIndexOf('.');
		final int end = dot > 0 ? dot : title.length();
		return title.substring(0, end) + addition + title.substring(end);
	}

	/**
	 * An image with slices and times as these frames have, and as many channels as there are pixels for; nothing else.
	 */
	public static ImagePlus plain(final ImagePlus original, final String title, final ImagePlusFrames frames,
		final ImageStack pixels)
	{
		final ImagePlus plain = new ImagePlus(title, pixels);
		final int slices = frames.sliceSpan().count();
		final int times = frames.timeSpan().count();
		plain.setDimensions(pixels.getSize() / slices / times, slices, times);
		return plain;
	}

	private static void copyAnnotations(final ImagePlus original, final ImagePlus copy, final ImagePlusFrames frames) {
		copy.setCalibration(original.getCalibration());
		copy.setProperty("Info", original.getProperty("Info"));
		copy.setProperties(original.getPropertiesAsArray());
		ColorProfile.of(original).giveTo(copy);
		copy.setOverlay(overlay(original, frames));
		copy.setHideOverlay(original.getHideOverlay());
		if (original.getRoi() != null)
			copy.setRoi((Roi) original.getRoi().clone());
	}

	/** What is drawn over these frames, at the places that they have now. */
	private static Overlay overlay(final ImagePlus original, final ImagePlusFrames frames) {
		if (original.getOverlay() == null)
			return null;
		final Overlay overlay = original.getOverlay().duplicate();
		final PlaneChoice.Span slices = frames.sliceSpan();
		final PlaneChoice.Span times = frames.timeSpan();
		if (slices.count() == original.getNSlices() && times.count() == original.getNFrames())
			return overlay;
		if (original.isHyperStack())
			overlay.crop(1, frames.channels(), slices.first(), slices.last(), times.first(), times.last());
		else
			overlay.crop(original.getStackIndex(1, slices.first(), times.first()),
				original.getStackIndex(frames.channels(), slices.last(), times.last()));
		return overlay;
	}

	private static void copyDisplay(final ImagePlus original, final ImagePlus copy) {
		if (copy instanceof final CompositeImage composite)
			composite.copyLuts(original);
		else if (!(copy.getProcessor() instanceof ColorProcessor))
			copyDisplay(original.getProcessor(), copy);
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
