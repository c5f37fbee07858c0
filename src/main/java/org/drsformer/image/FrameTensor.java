package org.drsformer.image;

import java.util.List;

import org.drsformer.DrsformerException;

import net.imglib2.Dimensions;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The samples of one frame as the network takes and returns them.
 *
 * @param values (height, width, channels): the channels of a pixel next to each other, row after row; 0 is black, 1 is
 *        white
 */
public record FrameTensor(float[] values, int height, int width, int channels) {

	/** The most samples that fit into one tensor that Java can fill: its size in bytes must be an int. */
	public static final long MOST_SAMPLES = Integer.MAX_VALUE / Float.BYTES;

	/**
	 * Reads a frame.
	 *
	 * @param planes the channels, all of one size; the same one may be there several times
	 * @param range the values that become 0 and 1
	 * @param multiple width and height are padded to multiples of it at the right and at the bottom. The padding
	 *        reflects the image at the middle of its last pixels, repeatedly if the image is smaller than the padding.
	 * @throws DrsformerException if a pixel is infinite or not a number, or the frame is too large
	 */
	public static <T extends RealType<T>> FrameTensor read(final List<RandomAccessibleInterval<T>> planes,
		final ValueRange range, final int multiple)
	{
		final RandomAccessibleInterval<T> first = planes.get(0);
		final long width = padded(first.dimension(0), multiple);
		final long height = padded(first.dimension(1), multiple);
		checkSize(first.dimension(0), first.dimension(1), (double) width * height * planes.size());
		final FrameTensor frame = new FrameTensor(new float[(int) (width * height * planes.size())], (int) height,
			(int) width, planes.size());
		for (int c = 0; c < planes.size(); c++)
			read(planes.get(c), range, frame.channel(c, first));
		Reflection.pad(frame, (int) first.dimension(0), (int) first.dimension(1));
		return frame;
	}

	/** Returns the next multiple that is not less than a size. */
	public static long padded(final long size, final int multiple) {
		return (size + multiple - 1) / multiple * multiple;
	}

	private static void checkSize(final long width, final long height, final double samples) {
		if (samples > MOST_SAMPLES)
			throw new DrsformerException("A plane of " + width + " x " + height + " pixels is too large: at most " +
				MOST_SAMPLES / 3_000_000 + " megapixels of three channels can be derained at once; crop it.");
	}

	private static <T extends RealType<T>> void read(final RandomAccessibleInterval<T> plane, final ValueRange range,
		final RandomAccessibleInterval<FloatType> channel)
	{
		LoopBuilder.setImages(plane, channel).forEachPixel((from, to) -> {
			final double value = from.getRealDouble();
			if (!Double.isFinite(value))
				throw RangeScan.notFinite();
			to.setReal(range.normalize(value));
		});
	}

	/** Returns a view of one channel, (x, y), with the size of an image and without the padding. */
	private RandomAccessibleInterval<FloatType> channel(final int channel, final Dimensions image) {
		return Views.interval(Views.hyperSlice(ArrayImgs.floats(values, channels, width, height), 0, channel),
			new FinalInterval(image.dimension(0), image.dimension(1)));
	}

	/**
	 * Writes this frame without its padding. Integers are clamped to the range and to their type and rounded to the
	 * nearest, halves to the even number; real numbers are not clamped.
	 *
	 * @param planes one for each channel
	 * @param range the range that the frame was read with
	 */
	public <T extends RealType<T>> void write(final List<RandomAccessibleInterval<T>> planes, final ValueRange range) {
		for (int c = 0; c < planes.size(); c++) {
			final RandomAccessibleInterval<T> plane = planes.get(c);
			final RandomAccessibleInterval<FloatType> part = channel(c, plane);
			if (plane.getType() instanceof IntegerType)
				writeIntegers(part, plane, range);
			else
				LoopBuilder.setImages(part, plane)
					.forEachPixel((from, to) -> to.setReal(range.restore(from.getRealDouble())));
		}
	}

	private static <T extends RealType<T>> void writeIntegers(final RandomAccessibleInterval<FloatType> channel,
		final RandomAccessibleInterval<T> plane, final ValueRange range)
	{
		final double min = Math.max(Math.ceil(range.min()), plane.getType().getMinValue());
		final double max = Math.min(Math.floor(range.max()), plane.getType().getMaxValue());
		LoopBuilder.setImages(channel, plane)
			.forEachPixel(
				(from, to) -> to.setReal(Math.max(min, Math.min(max, Math.rint(range.restore(from.getRealDouble()))))));
	}

	/** Returns the mean of the channels as a frame with one channel. */
	public FrameTensor mean() {
		final float[] means = new float[height * width];
		for (int i = 0; i < means.length; i++) {
			double sum = 0;
			for (int c = 0; c < channels; c++)
				sum += values[i * channels + c];
			means[i] = (float) (sum / channels);
		}
		return new FrameTensor(means, height, width, 1);
	}
}
