package org.drsformer.image;

import java.util.Locale;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/** Whether three channels are red, green and blue, which the network sees together, or each is an image of its own. */
public enum ChannelChoice {

	/** Together in RGB images, and in those of 48 bits that ImageJ keeps as three slices. */
	AUTO,
	/** Together in any image of three channels. */
	RGB,
	/** Each by itself, except in RGB images, whose pixels are whole, and in those of 16 bits that have alpha. */
	EACH;

	/**
	 * Reads {@code auto}, {@code rgb} or {@code each}.
	 *
	 * @throws DrsformerException for anything else
	 */
	public static ChannelChoice parse(final String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "auto" -> AUTO;
			case "rgb" -> RGB;
			case "each" -> EACH;
			default -> throw new DrsformerException("There are no channels \"" + text + "\"; use auto, rgb or each.");
		};
	}

	/**
	 * Whether three slices of the image are one frame.
	 *
	 * @throws DrsformerException if they are to be, and there are not three channels
	 */
	boolean together(final ImagePlus image) {
		if (DeepColor.isRgba64(image))
			return true;
		if (this == AUTO)
			return DeepColor.isRgb48(image);
		if (this == EACH || image.getType() == ImagePlus.COLOR_RGB || Look.of(image, 1) == Look.COLORS)
			return false;
		if (image.getNChannels() != DeepColor.CHANNELS)
			throw new DrsformerException("The image " + image.getTitle() + " has " + image.getNChannels() + " channel" +
				(image.getNChannels() == 1 ? "" : "s") +
				", and channels=rgb is for three; use channels=auto or channels=each.");
		return true;
	}
}
