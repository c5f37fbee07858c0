package org.drsformer.image;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.IntProcessor;
import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;

/**
 * An image of ImageJ as a sequence of frames: ImgLib2's views on ImageJ's pixels, nothing copied, and of a virtual stack
 * nothing kept. A frame is a plane (x, y), or (x, y, channel) where an image of 48 bits has its red, green and blue in
 * three slices.
 */
public final class ImagePlusFrames implements Iterable<RandomAccessibleInterval<?>> {

	private static final int RED_GREEN_BLUE = 3;

	private final ImageStack stack;
	private final boolean rgb48;
	private final boolean palette;

	public ImagePlusFrames(final ImagePlus image) {
		stack = image.getStack();
		rgb48 = isRgb48(image);
		palette = image.getType() == ImagePlus.COLOR_256;
	}

	/** ImageJ itself knows such an image by the label of its first slice, see {@link ImagePlus#getFileInfo}. */
	static boolean isRgb48(final ImagePlus image) {
		return image instanceof CompositeImage && image.getType() == ImagePlus.GRAY16 && image
			.getStackSize() == RED_GREEN_BLUE && "Red".equals(image.getStack().getSliceLabel(1));
	}

	public int count() {
		return rgb48 ? 1 : stack.getSize();
	}

	/** The axis of a frame that counts channels, or {@link Frames#NO_CHANNEL_AXIS}. */
	public int channelAxis() {
		return rgb48 ? 2 : Frames.NO_CHANNEL_AXIS;
	}

	/** The slices of one frame, from 0; of an 8-bit colour image, in RGB. */
	public List<ImageProcessor> slices(final int frame) {
		final int first = 1 + frame * (rgb48 ? RED_GREEN_BLUE : 1);
		return IntStream.range(first, first + (rgb48 ? RED_GREEN_BLUE : 1)).mapToObj(this::slice).toList();
	}

	private ImageProcessor slice(final int number) {
		final ImageProcessor slice = stack.getProcessor(number);
		return palette ? slice.convertToRGB() : slice;
	}

	/** The frames one after the other. */
	@Override
	public Iterator<RandomAccessibleInterval<?>> iterator() {
		final Iterator<Integer> frames = IntStream.range(0, count()).iterator();
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				return frames.hasNext();
			}

			@Override
			public RandomAccessibleInterval<?> next() {
				return view(slices(frames.next()));
			}
		};
	}

	/**
	 * Slices as one frame; what is written into it is written into their pixels.
	 *
	 * @param slices as {@link #slices} gives them, or duplicates of those
	 */
	public static RandomAccessibleInterval<?> view(final List<ImageProcessor> slices) {
		if (slices.size() == 1)
			return view(slices.get(0));
		return Views.stack(slices.stream().map(slice -> shorts((ShortProcessor) slice)).toList());
	}

	private static RandomAccessibleInterval<?> view(final ImageProcessor slice) {
		final int width = slice.getWidth();
		final int height = slice.getHeight();
		if (slice instanceof ByteProcessor)
			return ArrayImgs.unsignedBytes((byte[]) slice.getPixels(), width, height);
		if (slice instanceof ShortProcessor shorts)
			return shorts(shorts);
		if (slice instanceof FloatProcessor)
			return ArrayImgs.floats((float[]) slice.getPixels(), width, height);
		if (slice instanceof ColorProcessor && !(slice instanceof IntProcessor))
			return ArrayImgs.argbs((int[]) slice.getPixels(), width, height);
		throw new DrsformerException("Images of " + slice.getClass().getSimpleName() +
			" are not supported; convert the image to 8 bit, 16 bit, 32 bit or RGB.");
	}

	private static RandomAccessibleInterval<UnsignedShortType> shorts(final ShortProcessor slice) {
		return ArrayImgs.unsignedShorts((short[]) slice.getPixels(), slice.getWidth(), slice.getHeight());
	}
}
