package org.drsformer.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** Makes images of ImageJ that differ from others only in their pixels. */
public final class ImagePlusCopy {

	private ImagePlusCopy() {
		// static functions only
	}

	/**
	 * Returns an image with other pixels that has everything else of the original.
	 *
	 * @param pixels as many slices as the original has; get its labels
	 */
	public static ImagePlus of(final ImagePlus original, final String title, final ImageStack pixels) {
		for (int i = 1; i <= pixels.getSize(); i++)
			pixels.setSliceLabel(original.getStack().getSliceLabel(i), i);
		return of(original, title, new ImagePlusFrames(original), pixels);
	}

	/**
	 * Returns an image with the samples of the original at other places, for example turned.
	 *
	 * @param pixels as many slices as the original has, displayed with the same lookup tables
	 */
	public static ImagePlus rearranged(final ImagePlus original, final ImageStack pixels) {
		final ImagePlus copy = of(original, original.getTitle(), pixels);
		copyDisplay(original, copy);
		return copy;
	}

	/**
	 * Returns an image whose samples are what a viewer sees: the image itself, or the colours or shades of its palette
	 * as a virtual stack.
	 */
	public static ImagePlus withoutPalette(final ImagePlus image) {
		final ImagePlusFrames frames = new ImagePlusFrames(image);
		return frames.isPalette() ? of(image, image.getTitle(), frames, frames.virtualStack()) : image;
	}

	/**
	 * Returns an image with other pixels that has the calibration, selection, overlay, properties, lookup tables and
	 * display ranges of the original.
	 *
	 * @param original stays as it is; must not have the same stack
	 * @param title of the new image
	 * @param frames the slices of the original that the new image has
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

	/** Returns a title with an addition before its ending. ImageJ chooses the file format from that ending. */
	public static String title(final String title, final String addition) {
		final int dot = title.lastIndexOf('.');
		final int end = dot > 0 ? dot : title.length();
		return title.substring(0, end) + addition + title.substring(end);
	}

	/**
	 * Returns an image with the slices and times of these frames, and as many channels as there are pixels for; it has
	 * nothing else of the original.
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

	/** Returns the overlay of these frames, moved to the places that they have in the copy. */
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
			copyTables(original, composite);
		else if (!(copy.getProcessor() instanceof ColorProcessor))
			copyDisplay(original.getProcessor(), DisplayRange.of(original, 1), copy);
	}

	private static void copyTables(final ImagePlus original, final CompositeImage copy) {
		copy.copyLuts(original);
		for (int channel = 1; channel <= copy.getNChannels(); channel++) {
			final DisplayRange range = DisplayRange.of(original, channel);
			if (!range.equals(DisplayRange.set(copy, channel)))
				setRange(copy, channel, range);
		}
	}

	private static void setRange(final CompositeImage copy, final int channel, final DisplayRange range) {
		final LUT table = (LUT) copy.getChannelLut(channel).clone();
		table.min = range.min();
		table.max = range.max();
		copy.setChannelLut(table, channel);
	}

	/** Not for RGB: there ImageJ changes the pixels to change the display range. */
	private static void copyDisplay(final ImageProcessor original, final DisplayRange range, final ImagePlus copy) {
		final ImageProcessor current = copy.getProcessor();
		current.setColorModel(original.getColorModel());
		current.setMinAndMax(range.min(), range.max());
		// the other slices are displayed with this
		copy.getStack().update(current);
	}
}
