package org.drsformer.image;

import java.awt.Color;
import java.util.Locale;

import org.drsformer.DrsformerException;

import ij.CompositeImage;
import ij.ImagePlus;

/**
 * Whether the network sees three channels together as red, green and blue, or each channel as an image of its own.
 */
public enum ChannelChoice {

	/**
	 * Together in RGB images, in 48-bit images, which ImageJ keeps as three slices, and in images of three channels of
	 * 8 bits that are seen as red, green and blue, as ImageJ2 keeps RGB images.
	 */
	AUTO,
	/** Together in any image of three channels. */
	RGB,
	/** Each by itself, except in RGB images, whose pixels cannot be split, and in 16-bit images with alpha. */
	EACH;

	/**
	 * Reads {@code auto}, {@code rgb} or {@code each}, in any case.
	 *
	 * @throws DrsformerException for any other text
	 */
	public static ChannelChoice parse(final String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "auto" -> AUTO;
			case "rgb" -> RGB;
			case "each" -> EACH;
			default ->
				throw new DrsformerException("The channels \"" + text + "\" are unknown; use auto, rgb or each.");
		};
	}

	/** Returns whether three channels of 8 bits are seen as red, green and blue. */
	private static boolean isRgb24(final ImagePlus image) {
		return image instanceof final CompositeImage composite && image.getType() == ImagePlus.GRAY8
			&& image.getNChannels() == DeepColor.CHANNELS && composite.getMode() != CompositeImage.GRAYSCALE
			&& LookupTable.of(composite.getChannelLut(1)).isScaleTo(Color.RED)
			&& LookupTable.of(composite.getChannelLut(2)).isScaleTo(Color.GREEN)
			&& LookupTable.of(composite.getChannelLut(DeepColor.CHANNELS)).isScaleTo(Color.BLUE);
	}

	/**
	 * Returns whether three slices of the image are one frame.
	 *
	 * @throws DrsformerException if rgb is chosen and the image does not have three channels
	 */
	boolean joins(final ImagePlus image) {
		if (DeepColor.isRgba64(image))
			return true;
		if (this == AUTO)
			return DeepColor.isRgb48(image) || isRgb24(image);
		if (this == EACH || image.getType() == ImagePlus.COLOR_RGB || Look.of(image, 1) == Look.COLORS)
			return false;
		if (image.getNChannels() != DeepColor.CHANNELS)
			throw new DrsformerException("The image " + image.getTitle() + " has " + image.getNChannels() + " channel" +
				(image.getNChannels() == 1 ? "" : "s") +
				", but channels=rgb needs three; use channels=auto or channels=each.");
		return true;
	}
}
