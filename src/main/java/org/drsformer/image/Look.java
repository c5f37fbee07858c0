package org.drsformer.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * How a viewer sees the samples of an image of ImageJ. The display range changes nothing, except for palettes.
 * <ul>
 * <li>In an 8-bit image, a lookup table that is not a scale is a palette: the viewer sees its colours.
 * <li>A scale from black to a colour is tinted gray: the samples are what is seen. The same holds for 16-bit and 32-bit
 * images, which have more values than colours, and for the channels of a composite image, whose colours only tell them
 * apart.
 * <li>If the table falls from bright to dark, the negative of the samples is what is seen.
 * </ul>
 */
public enum Look {

	/** The samples themselves are seen. */
	SAMPLES,
	/** The larger a sample, the darker it is. */
	NEGATIVE,
	/** A palette of grays is seen. */
	SHADES,
	/** A palette of colours is seen. */
	COLORS;

	private static final int RGB_BITS = 24;

	/**
	 * Returns the look of a channel of an image.
	 *
	 * @param channel from 1
	 */
	public static Look of(final ImagePlus image, final int channel) {
		if (image.getType() == ImagePlus.COLOR_RGB)
			return SAMPLES;
		if (image instanceof final CompositeImage composite && image.isComposite())
			return composite.getMode() == CompositeImage.GRAYSCALE ? SAMPLES
				: ofValues(LookupTable.of(composite.getChannelLut(channel)));
		return of(image.getProcessor());
	}

	/** Returns the look of a slice that is not a channel of a composite image. */
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

	/** Returns whether the colours of a palette are seen; after a change of the samples they are no longer right. */
	boolean isPalette() {
		return this == SHADES || this == COLORS;
	}

	/**
	 * Returns a slice as a picture without a lookup table: gray if gray shows it as it is seen, else RGB.
	 *
	 * @param plane of 8 bits; an RGB slice is returned as it is
	 */
	public static ImageProcessor picture(final ImageProcessor plane) {
		if (plane.getBitDepth() == RGB_BITS)
			return plane;
		final LookupTable table = LookupTable.of(plane);
		if (!table.isGray())
			return table.displayed(DisplayRange.of(plane)).colors(plane);
		return switch (of(plane)) {
			case NEGATIVE -> table.shades(plane);
			case SHADES -> table.displayed(DisplayRange.of(plane)).shades(plane);
			default -> plane;
		};
	}
}
