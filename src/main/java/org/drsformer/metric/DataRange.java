package org.drsformer.metric;

import java.util.OptionalDouble;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * The distance between the darkest and the brightest value that an image could have: the peak of PSNR and L of SSIM. A
 * score means nothing without it, so it is never guessed from the pixels.
 */
public final class DataRange {

	private DataRange() {
		// static methods only
	}

	/**
	 * Returns the range of an image's pixel type: 255 for 8 bit and RGB, 65535 for 16 bit, and so on for every integer
	 * type.
	 *
	 * @throws DrsformerException for floating point, whose type does not imply a range
	 */
	public static double of(final RandomAccessibleInterval<?> image) {
		if (image.getType() instanceof ARGBType)
			return 255;
		if (image.getType() instanceof final IntegerType<?> type)
			return ((RealType<?>) type).getMaxValue() - ((RealType<?>) type).getMinValue();
		throw new DrsformerException("The pixel type " + typeName(image) +
			" does not imply a data range; state it, such as 1 for values in 0..1 or 255 for 0..255.");
	}

	/** Returns the largest value of an image's pixel type if it has 8 or 16 bits without a sign, or is RGB. */
	public static OptionalDouble ofUnsigned(final RandomAccessibleInterval<?> image) {
		if (image.getType() instanceof ARGBType)
			return OptionalDouble.of(255);
		final boolean unsigned = image.getType() instanceof UnsignedByteType
			|| image.getType() instanceof UnsignedShortType;
		return unsigned ? OptionalDouble.of(of(image)) : OptionalDouble.empty();
	}

	/**
	 * Returns the range that the types of two images share.
	 *
	 * @throws DrsformerException if their ranges differ or a type has none
	 */
	public static double common(final RandomAccessibleInterval<?> first, final RandomAccessibleInterval<?> second) {
		final double range = of(first);
		final double other = of(second);
		if (range != other)
			throw new DrsformerException("The images have different value ranges by their types (" + text(range) +
				" and " + text(other) + "); convert one of them, or state the data range.");
		return range;
	}

	/**
	 * Returns a range that is valid.
	 *
	 * @throws DrsformerException unless the range is a positive number
	 */
	public static double checked(final double range) {
		if (!(range > 0) || Double.isInfinite(range))
			throw new DrsformerException(
				"The data range " + text(range) + " is not a positive number; state the distance" +
					" between the darkest and the brightest possible value, such as 255.");
		return range;
	}

	/** Returns what users call the type of an image's pixels, such as {@code 16-bit}. */
	public static String typeName(final RandomAccessibleInterval<?> image) {
		final Object type = image.getType();
		if (type instanceof ARGBType)
			return "RGB";
		if (!(type instanceof final RealType<?> number))
			return type.getClass().getSimpleName();
		final String bits = number.getBitsPerPixel() + "-bit";
		if (!(type instanceof IntegerType))
			return bits + " floating-point";
		return number.getMinValue() < 0 ? "signed " + bits : bits;
	}

	/** Returns a range as people write it: 255 and not 255.0. */
	static String text(final double range) {
		return range == Math.rint(range) && Math.abs(range) < 1e15 ? Long.toString((long) range)
			: Double.toString(range);
	}
}
