package org.drsformer.image;

import org.drsformer.DrsformerException;
import org.drsformer.image.frame.Frames;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Finds the value range of images; looks at every pixel if the type does not tell the range. */
final class RangeScan {

	private double min = Double.POSITIVE_INFINITY;

	private double max = Double.NEGATIVE_INFINITY;

	static ValueRange scan(final Iterable<? extends RandomAccessibleInterval<?>> images) {
		final RangeScan scan = new RangeScan();
		Object type = null;
		for (final RandomAccessibleInterval<?> image : images) {
			type = image.getType();
			if (type instanceof ARGBType || type instanceof UnsignedByteType)
				return ValueRange.EIGHT_BIT;
			scan.add(image);
		}
		return type instanceof IntegerType && scan.min >= 0 ? bits(scan.max) : scan.real();
	}

	private <T extends RealType<T>> void add(final RandomAccessibleInterval<?> image) {
		final RandomAccessibleInterval<T> numbers = Frames.numbers(image);
		LoopBuilder.setImages(numbers).forEachPixel(pixel -> add(pixel.getRealDouble()));
	}

	private void add(final double value) {
		if (!Double.isFinite(value))
			throw notFinite();
		min = Math.min(min, value);
		max = Math.max(max, value);
	}

	/**
	 * Returns the failure for such pixels: the network mixes all pixels, so one that is not a number would spoil them
	 * all.
	 */
	static DrsformerException notFinite() {
		return new DrsformerException(
			"The image has pixels that are infinite or not a number (NaN); replace them by numbers first.");
	}

	private static ValueRange bits(final double max) {
		double white = 255;
		while (white < max)
			white = 2 * white + 1;
		return new ValueRange(0, white);
	}

	private ValueRange real() {
		if (min >= 0 && max <= 1)
			return ValueRange.UNIT;
		return min < max ? new ValueRange(min, max) : new ValueRange(Math.min(0, min), Math.max(0, max));
	}
}
