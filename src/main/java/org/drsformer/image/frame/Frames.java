package org.drsformer.image.frame;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image of any dimension and pixel type as a sequence of frames, each with a plane for every channel. A plane is
 * spanned by the first two axes that are not the channel axis; every further axis counts frames, the first of them
 * fastest. All planes are views: writing to a plane writes to the image. The offset of the image does not matter.
 *
 * @param <T> pixel type of the planes; the planes of an RGB image have 8 bits
 */
public final class Frames<T extends RealType<T>> {

	/** Stands for no channel axis: each frame is gray, or RGB by its pixel type. */
	public static final int NO_CHANNEL_AXIS = -1;

	/** For each channel the axes x, y and those that count frames, from 0. */
	private final List<RandomAccessibleInterval<T>> channels;

	/** The pixels of an RGB image, of which the channels are views; null for any other image. */
	private final RandomAccessibleInterval<ARGBType> colors;

	private Frames(final List<RandomAccessibleInterval<T>> channels, final RandomAccessibleInterval<ARGBType> colors) {
		this.channels = channels;
		this.colors = colors;
	}

	/**
	 * Returns the frames of an image.
	 *
	 * @param image ARGBType, whose channels are red, green and blue, or a RealType
	 * @param channelAxis the axis that counts channels, from 0, or {@link #NO_CHANNEL_AXIS}
	 * @throws DrsformerException if the image has no planes, no such axis, or pixels that are not numbers
	 */
	public static Frames<?> of(final RandomAccessibleInterval<?> image, final int channelAxis) {
		check(image, channelAxis);
		if (!(image.getType() instanceof ARGBType))
			return ofNumbers(image, channelAxis);
		final RandomAccessibleInterval<ARGBType> colors = Views.zeroMin(colors(image));
		return new Frames<>(ColorChannel.views(colors), colors);
	}

	private static void check(final RandomAccessibleInterval<?> image, final int channelAxis) {
		final int n = image.numDimensions();
		for (int d = 0; d < n; d++)
			if (image.dimension(d) < 1)
				throw new DrsformerException("The image is empty: one of its axes has no pixels.");
		if (channelAxis != NO_CHANNEL_AXIS && image.getType() instanceof ARGBType)
			throw new DrsformerException(
				"The channels of an RGB image are inside its pixels; do not name a channel axis for it.");
		if (channelAxis != NO_CHANNEL_AXIS && (channelAxis < 0 || channelAxis >= n))
			throw new DrsformerException("The image has " + n + " axes, counted from 0, and no channel axis " +
				channelAxis + "; name one that it has.");
		if (n < (channelAxis == NO_CHANNEL_AXIS ? 2 : 3))
			throw new DrsformerException("The image has no planes: it needs two axes besides its channel axis.");
	}

	private static <T extends RealType<T>> Frames<T> ofNumbers(final RandomAccessibleInterval<?> image,
		final int channelAxis)
	{
		final RandomAccessibleInterval<T> numbers = Views.zeroMin(Frames.<T>numbers(image));
		if (channelAxis == NO_CHANNEL_AXIS)
			return new Frames<>(List.of(numbers), null);
		final List<RandomAccessibleInterval<T>> channels = new ArrayList<>();
		for (long c = 0; c < numbers.dimension(channelAxis); c++)
			channels.add(Views.hyperSlice(numbers, channelAxis, c));
		return new Frames<>(channels, null);
	}

	/**
	 * Returns the same image, for the compiler one of numbers.
	 *
	 * @throws DrsformerException if its pixels are not numbers
	 */
	@SuppressWarnings("unchecked")
	public static <T extends RealType<T>> RandomAccessibleInterval<T> numbers(final RandomAccessibleInterval<?> image) {
		if (!(image.getType() instanceof RealType))
			throw new DrsformerException("Images of " + image.getType().getClass().getSimpleName() +
				" are not supported; convert them to RGB, 8 bit, 16 bit or 32 bit first.");
		return (RandomAccessibleInterval<T>) image;
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<ARGBType> colors(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<ARGBType>) image;
	}

	/** Returns whether the channels are red, green and blue inside of one pixel. */
	public boolean isRgb() {
		return colors != null;
	}

	/** Returns the number of channels of each frame. */
	public int channels() {
		return channels.size();
	}

	/** Returns the size without the channel axis: width, height, and the axes that count frames. */
	public long[] size() {
		return channels.get(0).dimensionsAsLongArray();
	}

	/** Returns the number of frames. */
	public long count() {
		final long[] size = size();
		long count = 1;
		for (int d = 2; d < size.length; d++)
			count = Math.multiplyExact(count, size[d]);
		return count;
	}

	/** Returns where a frame is, counted from 0 along each axis after x and y; the first of them runs fastest. */
	public long[] position(final long frame) {
		final long[] size = size();
		final long[] position = new long[size.length - 2];
		long rest = frame;
		for (int d = 0; d < position.length; d++) {
			position[d] = rest % size[d + 2];
			rest /= size[d + 2];
		}
		return position;
	}

	/** Returns the channels of one frame, each a plane (x, y) from 0. */
	public List<RandomAccessibleInterval<T>> planes(final long frame) {
		return channels.stream().map(channel -> plane(channel, frame)).toList();
	}

	/** Returns one frame of an RGB image as a plane (x, y) from 0, all colours in one pixel. */
	public RandomAccessibleInterval<ARGBType> rgb(final long frame) {
		return plane(colors, frame);
	}

	private <P> RandomAccessibleInterval<P> plane(final RandomAccessibleInterval<P> pixels, final long frame) {
		final long[] position = position(frame);
		RandomAccessibleInterval<P> plane = pixels;
		for (int d = position.length - 1; d >= 0; d--)
			plane = Views.hyperSlice(plane, d + 2, position[d]);
		return plane;
	}
}
