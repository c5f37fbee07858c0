package org.drsformer.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * How the samples of an image of ImageJ are seen. Its display range changes nothing, except of palettes.
 * <ul>
 * <li>In an image of 8 bits, a lookup table that is no scale is a palette: its colours are seen.
 * <li>A scale from black to a colour is gray in a tint: the samples are seen. So they are in images of 16 and 32 bits,
 * and in the channels of a composite image, which have more values than colours, or colours only to tell them apart.
 * <li>Where the table falls from bright to dark, the negative of the samples is seen.
 * </ul>
 */
public enum Look {

	/** The samples themselves. */
	SAMPLES,
	/** The larger a sample, the darker. */
	NEGATIVE,
	/** Palette of gray. */
	SHADES,
	/** Palette. */
	COLORS;

	private static final int RGB_BITS = 24;

	/** @param channel from 1 */
	public static Look of(final ImagePlus image, final int channel) {
		if (image.getType() == ImagePlus.COLOR_RGB)
			return SAMPLES;
		if (image instanceof final CompositeImage composite && image.isComposite())
			return composite.getMode() == CompositeImage.GRAYSCALE ? SAMPLES
				: ofValues(LookupTable.of(composite.getChannelLut(channel)));
		return of(image.getProcessor());
	}

	/** Of a plane that is no channel of a composite image. */
	public static Look of(final ImageProcessor plane) {
		if (plane.getBitDepth() == RGB_BITS)
			return SAMPLES;
		final LookupTable table = LookupTable.of(plane);
		return plane.getBitDepth() == Byte.SIZE ? ofBytes(table) : ofValues(table);
	}

	private static Look ofBytes(final LookupTable table) {
		if (table.isScale())
			return SAMPLES;
		if (table.isInvertedScale())
			return NEGATIVE;
		return table.isGray() ? SHADES : COLORS;
	}

	private static Look ofValues(final LookupTable table) {
		return table.falls() ? NEGATIVE : SAMPLES;
	}

	/** Whether what is seen are other samples, which the table does not hold after a change. */
	boolean isPalette() {
		return this == SHADES || this == COLORS;
	}

	/**
	 * A plane as a picture without lookup table: gray if that shows it as it is seen, else RGB.
	 *
	 * @param plane of 8 bits, or RGB, which is one already
	 */
	public static ImageProcessor picture(final ImageProcessor plane) {
		if (plane.getBitDepth() == RGB_BITS)
			return plane;
		final LookupTable table = LookupTable.of(plane);
		if (!table.isGray())
			return table.displayed(plane.getMin(), plane.getMax()).colors(plane);
		return switch (of(plane)) {
			case NEGATIVE -> table.shades(plane);
			case SHADES -> table.displayed(plane.getMin(), plane.getMax()).shades(plane);
			default -> plane;
		};
	}
}
