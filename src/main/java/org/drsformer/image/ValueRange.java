package org.drsformer.image;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;

/**
 * The values of an image that are black and white: what the network sees as 0 and as 1. All frames of an image share
 * one range; otherwise they would flicker.
 * <p>
 * Values outside the range are allowed; the network then sees less than 0 or more than 1. The result of an integer
 * image has no values outside the range.
 *
 * @param min black
 * @param max white, above min
 * @param inverted whether black and white are exchanged: min is white and max is black
 */
public record ValueRange(double min, double max, boolean inverted) {

	/** The range of images with 8 bits a sample. */
	public static final ValueRange EIGHT_BIT = new ValueRange(0, 255);

	/** The range of images of real numbers from 0 to 1. */
	public static final ValueRange UNIT = new ValueRange(0, 1);

	private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";

	private static final Pattern RANGE = Pattern.compile("\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*");

	/**
	 * Checks the range.
	 *
	 * @throws DrsformerException if max is not above min, or one of them is not finite
	 */
	public ValueRange {
		if (!(max > min && Double.isFinite(max - min)))
			throw new DrsformerException("The value range " + text(min) + ".." + text(max) +
				" is invalid: both values must be finite, and the lower value must be below the upper one.");
	}

	/**
	 * Makes a range from black to white.
	 *
	 * @throws DrsformerException if max is not above min, or one of them is not finite
	 */
	public ValueRange(final double min, final double max) {
		this(min, max, false);
	}

	/** Returns a number as people write it: {@code 9}, not {@code 9.0}. */
	private static String text(final double value) {
		return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE ? Long.toString((long) value)
			: Double.toString(value);
	}

	/**
	 * Reads a range as users write it: black, two dots, white, for example {@code 0..4095}.
	 *
	 * @return null for {@code auto}: each image then has the range that {@link #of(RandomAccessibleInterval)} finds
	 * @throws DrsformerException for any other text
	 */
	public static ValueRange parse(final String text) {
		if (text.strip().equalsIgnoreCase("auto"))
			return null;
		final Matcher matcher = RANGE.matcher(text);
		if (!matcher.matches())
			throw new DrsformerException("\"" + text +
				"\" is not a value range; write auto, or the values of black and white with two dots between them," +
				" such as 0..4095.");
		return new ValueRange(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
	}

	/**
	 * Returns the range that an image of any dimension is meant to have:
	 * <ul>
	 * <li>RGB and 8 bit: 0..255
	 * <li>other integers: 0 to the smallest 2<sup>n</sup> - 1 that holds the whole image, at least 255, so that a
	 * 16-bit image of a 12-bit camera has the range of 12 bits; if some values are negative, the smallest to the
	 * largest value
	 * <li>real numbers: 0..1 if it holds the whole image; else the smallest to the largest value; if the image has only
	 * one value, 0 and that value
	 * </ul>
	 *
	 * @throws DrsformerException if a pixel is infinite or not a number, or the pixels are not numbers
	 */
	public static ValueRange of(final RandomAccessibleInterval<?> image) {
		return of(List.of(image));
	}

	/**
	 * Returns the common range of images of one type, such as the frames of a stack.
	 *
	 * @param images at least one; none is kept when the next is asked for
	 * @throws DrsformerException as for one image
	 */
	public static ValueRange of(final Iterable<? extends RandomAccessibleInterval<?>> images) {
		return RangeScan.scan(images);
	}

	/** Returns the same values with black and white exchanged. */
	public ValueRange negative() {
		return new ValueRange(min, max, !inverted);
	}

	/** Returns what the network sees of a value. */
	public double normalize(final double value) {
		return (inverted ? max - value : value - min) / (max - min);
	}

	/** Returns the value of what the network returns. */
	public double restore(final double normalized) {
		return inverted ? max - normalized * (max - min) : min + normalized * (max - min);
	}
}
