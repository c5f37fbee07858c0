package org.drsformer.metric.plane;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image of any dimension and type as a sequence of planes with one or more channels, read one plane at a time. The
 * plane is spanned by the first two axes that are not the channel axis. The interval's offset does not matter.
 */
public final class PlaneReader {

	/** Stands for no channel axis: each plane is gray, or RGB by its pixel type. */
	public static final int NO_CHANNEL_AXIS = -1;

	/** Copies the channels out of one plane: axes x, y, or x, y, channel. */
	private interface Copier {

		PixelRows copy(RandomAccessibleInterval<?> plane);
	}

	private final RandomAccessibleInterval<?> image;

	/** The axes x, y and those that count planes; the channel axis comes after them. */
	private final long[] size;

	private final int channels;

	private final Copier copier;

	private PlaneReader(final RandomAccessibleInterval<?> image, final int axes, final int channels,
		final Copier copier)
	{
		this.image = Views.zeroMin(image);
		this.size = new long[axes];
		this.channels = channels;
		this.copier = copier;
		for (int d = 0; d < axes; d++)
			size[d] = image.dimension(d);
	}

	/**
	 * @param image ARGBType (three channels) or a RealType
	 * @param channelAxis the axis that counts channels, or {@link #NO_CHANNEL_AXIS}
	 * @throws DrsformerException if the image has no planes, no such axis, or pixels that are not numbers
	 */
	public static PlaneReader of(final RandomAccessibleInterval<?> image, final int channelAxis) {
		final Object type = image.getType();
		final PlaneReader reader;
		if (type instanceof ARGBType)
			reader = ofColor(cast(image), channelAxis);
		else if (type instanceof RealType)
			reader = ofNumbers(image, channelAxis);
		else
			throw new DrsformerException("Images of " + type.getClass().getSimpleName() +
				" cannot be compared; convert them to RGB, 8 bit, 16 bit or 32 bit first.");
		reader.checkSize();
		return reader;
	}

	private static PlaneReader ofColor(final RandomAccessibleInterval<ARGBType> image, final int channelAxis) {
		if (channelAxis != NO_CHANNEL_AXIS)
			throw new DrsformerException(
				"An RGB image has its channels inside its pixels; name no channel axis for it.");
		return new PlaneReader(image, image.numDimensions(), 3, plane -> copyColor(cast(plane)));
	}

	private static PlaneReader ofNumbers(final RandomAccessibleInterval<?> image, final int channelAxis) {
		final int n = image.numDimensions();
		if (channelAxis == NO_CHANNEL_AXIS)
			return new PlaneReader(image, n, 1, PlaneReader::copyGray);
		if (channelAxis < 0 || channelAxis >= n)
			throw new DrsformerException("The image has " + n + " axes, counted from 0, and no channel axis " +
				channelAxis + "; name one that it has.");
		final RandomAccessibleInterval<?> channelsLast = Views.moveAxis(image, channelAxis, n - 1);
		return new PlaneReader(channelsLast, n - 1, (int) image.dimension(channelAxis), PlaneReader::copyChannels);
	}

	private void checkSize() {
		if (size.length < 2)
			throw new DrsformerException("The image has no planes: it needs two axes besides that of its channels.");
		for (final long extent : size)
			if (extent < 1 || channels < 1)
				throw new DrsformerException("The image is empty: one of its axes has no pixels.");
		if (size[0] * size[1] > Integer.MAX_VALUE - 8)
			throw new DrsformerException("A plane of " + sizeText() + " pixels is too large to be compared; crop it.");
	}

	public int channels() {
		return channels;
	}

	public int width() {
		return (int) size[0];
	}

	public int height() {
		return (int) size[1];
	}

	public int planes() {
		long count = 1;
		for (int d = 2; d < size.length; d++)
			count *= size[d];
		return Math.toIntExact(count);
	}

	/** The size without the channels, such as {@code 640 x 480 x 12}. */
	public String sizeText() {
		final StringBuilder text = new StringBuilder();
		for (final long extent : size)
			text.append(text.isEmpty() ? "" : " x ").append(extent);
		return text.toString();
	}

	/** Where a plane is, counted from 0 along each axis after x and y; the first of them runs fastest. */
	public long[] position(final int plane) {
		final long[] position = new long[size.length - 2];
		long rest = plane;
		for (int d = 0; d < position.length; d++) {
			position[d] = rest % size[d + 2];
			rest /= size[d + 2];
		}
		return position;
	}

	/** The channels of one plane, copied. */
	public PixelRows read(final int plane) {
		final long[] position = position(plane);
		RandomAccessibleInterval<?> slice = image;
		for (int d = position.length - 1; d >= 0; d--)
			slice = Views.hyperSlice(slice, d + 2, position[d]);
		return copier.copy(slice);
	}

	/** One plane of an image without channels. */
	public Plane readGray(final int plane) {
		return ((NumberRows) read(plane)).planes()[0];
	}

	private static PixelRows copyColor(final RandomAccessibleInterval<ARGBType> plane) {
		final int width = (int) plane.dimension(0);
		final int height = (int) plane.dimension(1);
		final int[] pixels = new int[width * height];
		PrimitiveBlocks.of(plane, OnFallback.ACCEPT).copy(plane, pixels);
		return new ColorRows(pixels, width, height);
	}

	private static PixelRows copyGray(final RandomAccessibleInterval<?> plane) {
		return new NumberRows(new Plane[] { copyNumbers(plane) });
	}

	private static PixelRows copyChannels(final RandomAccessibleInterval<?> plane) {
		final Plane[] channels = new Plane[(int) plane.dimension(2)];
		for (int c = 0; c < channels.length; c++)
			channels[c] = copyNumbers(Views.hyperSlice(plane, 2, c));
		return new NumberRows(channels);
	}

	private static <T extends RealType<T>> Plane copyNumbers(final RandomAccessibleInterval<?> plane) {
		final Plane copy = new Plane((int) plane.dimension(0), (int) plane.dimension(1));
		final RandomAccessibleInterval<T> numbers = cast(plane);
		LoopBuilder.setImages(numbers, ArrayImgs.doubles(copy.values(), copy.width(), copy.height()))
			.forEachPixel((from, to) -> to.set(from.getRealDouble()));
		return copy;
	}

	/** The type was looked at before: this only tells the compiler. */
	@SuppressWarnings("unchecked")
	private static <T> RandomAccessibleInterval<T> cast(final RandomAccessibleInterval<?> image) {
		return (RandomAccessibleInterval<T>) image;
	}
}
