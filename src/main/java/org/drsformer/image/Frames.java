package org.drsformer.image;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image of any dimension and type as a sequence of frames, each a plane of one or more channels. A plane is spanned
 * by the first two axes that are not the channel axis; every further axis counts frames, the first of them fastest.
 * These are views: what is written into a plane is written into the image. The image's offset does not matter.
 *
 * @param <T> of the planes; those of an RGB image have 8 bits
 */
public final class Frames<T extends RealType<T>> {

	/** Instead of a channel axis: the image has none. */
	public static final int NO_CHANNEL_AXIS = -1;

	/** Each with the axes x, y and those that count frames, from 0. */
	private final List<RandomAccessibleInterval<T>> channels;

	private Frames(final List<RandomAccessibleInterval<T>> channels) {
		this.channels = channels;
	}

	/**
	 * @param image ARGBType, whose channels are red, green and blue, or a RealType
	 * @param channelAxis the axis that counts channels, or {@link #NO_CHANNEL_AXIS}
	 * @throws DrsformerException if the image has no planes, no such axis, or pixels that are not numbers
	 */
	public static Frames<?> of(final RandomAccessibleInterval<?> image, final int channelAxis) {
		check(image, channelAxis);
		if (image.getType() instanceof ARGBType)
			return new Frames<>(ColorChannel.views(Views.zeroMin(colors(image))));
		return ofNumbers(image, channelAxis);
	}

	private static void check(final RandomAccessibleInterval<?> image, final int channelAxis) {
		final int n = image.numDimensions();
		for (int d = 0; d < n; d++)
			if (image.dimension(d) < 1)
				throw new DrsformerException("The image is empty: one of its axes has no pixels.");
		if (channelAxis != NO_CHANNEL_AXIS && image.getType() instanceof ARGBType)
			throw new DrsformerException(
				"An RGB image has its channels inside its pixels; name no channel axis for it.");
		if (channelAxis != NO_CHANNEL_AXIS && (channelAxis < 0 || channelAxis >= n))
			throw new DrsformerException("The image has " + n + " axes, counted from 0, and no channel axis " +
				channelAxis + "; name one that it has.");
		if (n < (channelAxis == NO_CHANNEL_AXIS ? 2 : 3))
			throw new DrsformerException("The image has no planes: it needs two axes besides that of its channels.");
	}

	private static <T extends RealType<T>> Frames<T> ofNumbers(final RandomAccessibleInterval<?> image,
		final int channelAxis)
	{
		final RandomAccessibleInterval<T> numbers = Views.zeroMin(Frames.<T>numbers(image));
		if (channelAxis == NO_CHANNEL_AXIS)
			return new Frames<>(List.of(numbers));
		final List<RandomAccessibleInterval<T>> channels = new ArrayList<>();
		for (long c = 0; c < numbers.dimension(channelAxis); c++)
			channels.add(Views.hyperSlice(numbers, channelAxis, c));
		return new Frames<>(channels);
	}

	/** Tells the compiler what the type of the pixels shows. */
	@SuppressWarnings("unchecked")
	static <T extends RealType<T>> RandomAccessibleInterval<T> numbers(final RandomAccessibleInterval<?> image) {
		if (!(image.getType() instanceof RealType))
			throw new DrsformerException("Images of " + image.getType().getClass().getSimpleName() +
				" are not supported; convert them to RGB, 8 bit, 16 bit or 32 bit first.");
		return (RandomAccessibleInterval<T>) image;
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<ARGBType> colors(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<ARGBType>) image;
	}

	public long count() {
		long count = 1;
		for (int d = 2; d < channels.get(0).numDimensions(); d++)
			count = Math.multiplyExact(count, channels.get(0).dimension(d));
		return count;
	}

	/** The channels of one frame, each a plane (x, y) from 0. */
	public List<RandomAccessibleInterval<T>> planes(final long frame) {
		return channels.stream().map(channel -> plane(channel, frame)).toList();
	}

	private static <T> RandomAccessibleInterval<T> plane(final RandomAccessibleInterval<T> channel, final long frame) {
		RandomAccessibleInterval<T> plane = channel;
		long rest = frame;
		while (plane.numDimensions() > 2) {
			final long size = plane.dimension(2);
			plane = Views.hyperSlice(plane, 2, rest % size);
			rest /= size;
		}
		return plane;
	}
}
