package org.drsformer.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/**
 * What a channel of an image of ImageJ displays as black and as white.
 *
 * @param min black
 * @param max white
 */
record DisplayRange(double min, double max) {

	/** What ImageJ2 leaves when it makes an image of ImageJ from a dataset. */
	private static final DisplayRange UNSET = new DisplayRange(0, 1);

	/**
	 * Returns the display range of a channel: that of the image, or, if ImageJ2 has left it at 0..1 although the
	 * channel has larger values, the one that ImageJ gives to a slice with such values. All but black would be white
	 * otherwise.
	 *
	 * @param channel from 1
	 */
	static DisplayRange of(final ImagePlus image, final int channel) {
		final DisplayRange set = set(image, channel);
		return set.equals(UNSET) ? filled(image, channel) : set;
	}

	/** Returns the display range that a channel has. */
	static DisplayRange set(final ImagePlus image, final int channel) {
		if (image instanceof final CompositeImage composite) {
			final LUT table = composite.getChannelLut(channel);
			return new DisplayRange(table.min, table.max);
		}
		return of(image.getProcessor());
	}

	/** Returns the display range of a slice. */
	static DisplayRange of(final ImageProcessor slice) {
		return new DisplayRange(slice.getMin(), slice.getMax());
	}

	/** Looks for a slice with larger values; mostly the first one has them. */
	private static DisplayRange filled(final ImagePlus image, final int channel) {
		for (int number = channel; number <= image.getStackSize(); number += image.getNChannels()) {
			final ImageProcessor slice = image.getStack().getProcessor(number);
			final DisplayRange values = values(slice);
			// values up to 2 may be meant to be cut off at 1
			if (values.max > 2 * UNSET.max)
				return slice instanceof ByteProcessor ? eightBit() : values;
		}
		return UNSET;
	}

	private static DisplayRange eightBit() {
		return new DisplayRange(ValueRange.EIGHT_BIT.min(), ValueRange.EIGHT_BIT.max());
	}

	private static DisplayRange values(final ImageProcessor slice) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < slice.getPixelCount(); i++) {
			min = Math.min(min, slice.getf(i));
			max = Math.max(max, slice.getf(i));
		}
		return new DisplayRange(min, max);
	}
}
