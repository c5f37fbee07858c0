package org.drsformer.image;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image of any dimension and type as a sequence of frames, each a plane of one or more channels. A plane is spanned by
 * the first two axes that are not the channel axis; every further axis counts frames, the first of them fastest. These
 * are views: what is written into a plane is written into the image. The image's offset does not matter.
 *
 * @param <T> of the planes; those of an RGB image have 8 bits
 */
public final class Frames<T extends RealType<T>> {

	/** Instead of a channel axis: the image has none. */
	public static final int NO_CHANNEL_AXIS = -1;

	/** The axes x, y, those that count frames, and that of the channels; from 0. */
	private final RandomAccessibleInterval<T> image;

	private Frames(final RandomAccessibleInterval<T> image) {
		this.image = Views.zeroMin(image);
		if (image.numDimensions() < 3)
			throw new DrsformerException("The image has no planes: it needs two axes besides that of its channels.");
		for (int d = 0; d < image.numDimensions(); d++)
			if (image.dimension(d) < 1)
				throw new DrsformerException("The image is empty: one of its axes has no pixels.");
	}

	/**
	 * @param image ARGBType, whose channels are red, green and blue, or a RealType
	 * @param channelAxis the axis that counts channels, or {@link #NO_CHANNEL_AXIS}
	 * @throws DrsformerException if the image has no planes, no such axis, or pixels that are not numbers
	 */
	public static Frames<?> of(final RandomAccessibleInterval<?> image, final int channelAxis) {
		if (image.getType() instanceof ARGBType)
			return ofColor(image, channelAxis);
		return ofNumbers(image, channelAxis);
	}

	private static Frames<?> ofColor(final RandomAccessibleInterval<?> image, final int channelAxis) {
		if (channelAxis != NO_CHANNEL_AXIS)
			throw new DrsformerException("An RGB image has its channels inside its pixels; name no channel axis for it.");
		return new Frames<>(ColorChannel.view(Views.zeroMin(colors(image))));
	}

	private static <T extends RealType<T>> Frames<T> ofNumbers(final RandomAccessibleInterval<?> image,
		final int channelAxis)
	{
		final RandomAccessibleInterval<T> numbers = numbers(image);
		final int n = image.numDimensions();
		if (channelAxis == NO_CHANNEL_AXIS)
			return new Frames<>(Views.addDimension(numbers, 0, 0));
		if (channelAxis < 0 || channelAxis >= n)
			throw new DrsformerException("The image has " + n + " axes, counted from 0, and no channel axis " + channelAxis +
				"; name one that it has.");
		return new Frames<>(Views.moveAxis(numbers, channelAxis, n - 1));
	}

	/** Tells the compiler what the type of the pixels shows. */
	@SuppressWarnings("unchecked")
	static <T extends RealType<T>> RandomAccessibleInterval<T> numbers(final RandomAccessibleInterval<?> image) {
		if (!(image.getType() instanceof RealType))
			throw new DrsformerException("Images of " + image.getType().getClass().getSimpleName() +
				" cannot be derained; convert them to RGB, 8 bit, 16 bit or 32 bit first.");
		return (RandomAccessibleInterval<T>) image;
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<ARGBType> colors(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<ARGBType>) image;
	}

	private int channelAxis() {
		return image.numDimensions() - 1;
	}

	public int channels() {
		return Math.toIntExact(image.dimension(channelAxis()));
	}

	public long count() {
		long count = 1;
		for (int d = 2; d < channelAxis(); d++)
			count = Math.multiplyExact(count, image.dimension(d));
		return count;
	}

	/** The channels of one frame, each a plane (x, y) from 0. */
	public List<RandomAccessibleInterval<T>> planes(final long frame) {
		RandomAccessibleInterval<T> planes = image;
		long rest = frame;
		while (planes.numDimensions() > 3) {
			final long size = planes.dimension(2);
			planes = Views.hyperSlice(planes, 2, rest % size);
			rest /= size;
		}
		final List<RandomAccessibleInterval<T>> channels = new ArrayList<>();
		for (int c = 0; c < channels(); c++)
			channels.add(Views.hyperSlice(planes, 2, c));
		return channels;
	}
}
