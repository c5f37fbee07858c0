package org.drsformer.image;

import java.util.List;

import org.drsformer.DrsformerException;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Slices of ImageJ as images of ImgLib2: views, so that writing to a view writes to the pixels of the slices. */
public final class SliceViews {

	private SliceViews() {
		// static functions only
	}

	/**
	 * Returns one frame: (x, y) for one slice, (x, y, channel) for three. A fourth slice is alpha and not part of the
	 * frame.
	 *
	 * @param slices as {@link ImagePlusFrames#slices} returns them, or duplicates of those
	 * @throws DrsformerException if a slice has a type that is not supported
	 */
	public static RandomAccessibleInterval<?> frame(final List<ImageProcessor> slices) {
		return slices.size() == 1 ? slice(slices.get(0)) : stack(slices.subList(0, DeepColor.CHANNELS));
	}

	/** Returns one frame as {@link #frame(List)}, but only the part inside the region's box. */
	public static RandomAccessibleInterval<?> frame(final List<ImageProcessor> slices, final Region region) {
		final RandomAccessibleInterval<?> whole = frame(slices);
		final Interval box = region.interval();
		return Views.interval(whole, slices.size() == 1 ? box : Intervals.addDimension(box, 0, DeepColor.CHANNELS - 1));
	}

	/** The slices of one image have one type. */
	@SuppressWarnings("unchecked")
	private static <T> RandomAccessibleInterval<T> stack(final List<ImageProcessor> slices) {
		return Views.stack(slices.stream().map(slice -> (RandomAccessibleInterval<T>) slice(slice)).toList());
	}

	/**
	 * Returns one slice as an image (x, y).
	 *
	 * @throws DrsformerException if the slice has a type that is not supported
	 */
	public static RandomAccessibleInterval<?> slice(final ImageProcessor slice) {
		final int width = slice.getWidth();
		final int height = slice.getHeight();
		if (slice instanceof ByteProcessor)
			return ArrayImgs.unsignedBytes((byte[]) slice.getPixels(), width, height);
		if (slice instanceof ShortProcessor)
			return ArrayImgs.unsignedShorts((short[]) slice.getPixels(), width, height);
		if (slice instanceof FloatProcessor)
			return ArrayImgs.floats((float[]) slice.getPixels(), width, height);
		if (slice instanceof ColorProcessor && !(slice instanceof IntProcessor))
			return ArrayImgs.argbs((int[]) slice.getPixels(), width, height);
		throw new DrsformerException("Images of " + slice.getClass().getSimpleName() +
			" are not supported; convert the image to 8 bit, 16 bit, 32 bit or RGB.");
	}
}
