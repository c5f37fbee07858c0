package org.drsformer.image;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;

/**
 * Which value of an image is black and which is white: what the network sees as 0 and as 1. One range holds for all
 * frames of an image, or they would flicker.
 * <p>
 * Values outside are allowed; the network then sees less than 0 or more than 1. In the result of an image of integers
 * nothing is outside of the range.
 *
 * @param min black
 * @param max white, above min
 * @param inverted whether it is the other way round: min is white and max is black
 */
public record ValueRange(double min, double max, boolean inverted) {

	/** Of images with 8 bits a sample. */
	public static final ValueRange EIGHT_BIT = new ValueRange(0, 255);

	/** Of images of real numbers that stay within it. */
	public static final ValueRange UNIT = new ValueRange(0, 1);

	private static final String NUMBER = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)";

	private static final Pattern RANGE = Pattern.compile("\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*");

	/** @throws DrsformerException if max is not above min, or one of them is not a finite number */
	public ValueRange {
		if (!(max > min && Double.isFinite(max - min)))
			throw new DrsformerException("The value range " + text(min) + ".." + text(max) +
				" is not one; its first number has to be finite and below its second.");
	}

	/**
	 * From black to white.
	 *
	 * @throws DrsformerException if max is not above min, or one of them is not a finite number
	 */
	public ValueRange(final double min, final double max) {
		this(min, max, false);
	}

	/** As people write numbers: {@code 9}, not {@code 9.0}. */
	private static String text(final double value) {
		return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE ? Long.toString((long) value)
			: Double.toString(value);
	}

	/**
	 * Reads a range as users write it: black, two dots, white, such as {@code 0..4095}.
	 *
	 * @return null for {@code auto}: the range that {@link #of(RandomAccessibleInterval)} finds for each image
	 * @throws DrsformerException for anything else
	 */
	public static ValueRange parse(final String text) {
		if (text.strip().equalsIgnoreCase("auto"))
			return null;
		final Matcher matcher = RANGE.matcher(text);
		if (!matcher.matches())
			throw new DrsformerException("There is no value range \"" + text +
				"\"; write auto, or the values of black and white with two dots between them, such as 0..4095.");
		return new ValueRange(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
	}

	/**
	 * The range that an image of any dimension is meant to have:
	 * <ul>
	 * <li>RGB and 8 bit: 0..255
	 * <li>other integers: 0 to the smallest 2<sup>n</sup> - 1 that holds the whole image, at least 255, so that the 12
	 * bits of a camera in an image of 16 bits are seen; from the smallest to the largest value if some are negative
	 * <li>real numbers: 0..1 if it holds the whole image; from the smallest to the largest value otherwise; between 0
	 * and the one value that there is
	 * </ul>
	 *
	 * @throws DrsformerException if a pixel is infinite or not a number, or the pixels are not numbers at all
	 */
	public static ValueRange of(final RandomAccessibleInterval<?> image) {
		return of(List.of(image));
	}

	/**
	 * The common range of images of one type, such as the frames of a stack.
	 *
	 * @param images at least one; each is let go before the next is asked for
	 * @throws DrsformerException as for one image
	 */
	public static ValueRange of(final Iterable<? extends RandomAccessibleInterval<?>> images) {
		return RangeScan.scan(images);
	}

	/** The same values with black and white exchanged. */
	public ValueRange negative() {
		return new ValueRange(min, max, !inverted);
	}

	/** What the network sees of a value. */
	public double normalize(final double value) {
		return (inverted ? max - value : value - min) / (max - min);
	}

	/** The value of what the network makes. */
	public double restore(final double normalized) {
		return inverted ? max - normalized * (max - min) : min + normalized * (max - min);
	}
}
