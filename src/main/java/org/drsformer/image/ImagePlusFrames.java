package org.drsformer.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.frame.Frames;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccessibleInterval;

/**
 * An image of ImageJ as a sequence of frames: ImgLib2's views of ImageJ's pixels. Nothing is copied, and no slice of a
 * virtual stack is kept. A frame is a plane (x, y), or (x, y, channel) if an image has its red, green and blue in three
 * slices. The alpha of 16-bit images is a fourth slice and stays unchanged.
 * <p>
 * Frames hold what a viewer sees: the slices of an image with a palette are its colours, as RGB, or its shades of gray.
 * For an image with an inverted lookup table, {@link #range(int, ValueRange)} exchanges black and white.
 */
public final class ImagePlusFrames implements Iterable<RandomAccessibleInterval<?>> {

	private final ImageStack stack;
	private final boolean joined;
	private final Look[] looks;
	private final LookupTable palette;
	private final PlaneChoice.Span slices;
	private final PlaneChoice.Span times;
	private final int channels;
	private final int[][] frames;

	/** Takes all frames of an image. */
	public ImagePlusFrames(final ImagePlus image) {
		this(image, PlaneChoice.ALL, ChannelChoice.AUTO);
	}

	/**
	 * Takes some frames of an image.
	 *
	 * @throws DrsformerException if the image has been closed, or does not have these planes or channels
	 */
	public ImagePlusFrames(final ImagePlus image, final PlaneChoice planes, final ChannelChoice channels) {
		// the user may have closed it while a dialog was open
		if (image.getProcessor() == null)
			throw new DrsformerException("The image " + image.getTitle() + " has been closed; open it again.");
		stack = image.getStack();
		joined = channels.joins(image);
		looks = looks(image);
		palette = looks[0].isPalette() ? LookupTable.of(image.getProcessor()).displayed(DisplayRange.of(image, 1))
			: null;
		slices = planes.slices(image);
		times = planes.times(image);
		this.channels = image.getNChannels();
		final int[][] positions = positions(image);
		frames = joined ? positions
			: Arrays.stream(positions)
				.flatMapToInt(Arrays::stream)
				.mapToObj(number -> new int[] { number })
				.toArray(int[][]::new);
	}

	/** Returns the look of each channel. */
	private Look[] looks(final ImagePlus image) {
		final Look[] each = IntStream.rangeClosed(1, image.getNChannels())
			.mapToObj(c -> Look.of(image, c))
			.toArray(Look[]::new);
		if (joined && Arrays.stream(each).distinct().count() > 1)
			throw new DrsformerException(
				"Some channels of the image " + image.getTitle() + " have an inverted lookup table and" +
					" others do not, but the network sees them together; invert all of them or none.");
		return each;
	}

	/** Returns, for each slice and time, the stack numbers of all channels. */
	private int[][] positions(final ImagePlus image) {
		final List<int[]> positions = new ArrayList<>();
		for (int t = times.first(); t <= times.last(); t++)
			for (int z = slices.first(); z <= slices.last(); z++)
				positions.add(stackNumbers(image, z, t));
		return positions.toArray(int[][]::new);
	}

	private int[] stackNumbers(final ImagePlus image, final int slice, final int time) {
		return IntStream.rangeClosed(1, channels).map(c -> image.getStackIndex(c, slice, time)).toArray();
	}

	/** Returns the number of frames. */
	public int count() {
		return frames.length;
	}

	/** Returns the number of channels of the image. */
	int channels() {
		return channels;
	}

	/** Returns which slices of the image these are, counted from 1. */
	PlaneChoice.Span sliceSpan() {
		return slices;
	}

	/** Returns which times of the image these are, counted from 1. */
	PlaneChoice.Span timeSpan() {
		return times;
	}

	/** Returns the axis of a frame that counts channels, or {@link Frames#NO_CHANNEL_AXIS}. */
	public int channelAxis() {
		return joined ? 2 : Frames.NO_CHANNEL_AXIS;
	}

	/** Returns the stack numbers of the slices of a frame, from 1. */
	public int[] numbers(final int frame) {
		return frames[frame].clone();
	}

	/** Returns whether the image has a palette, which cannot hold the colours of the result. */
	public boolean isPalette() {
		return palette != null;
	}

	/** Returns whether a viewer sees the negative of a frame's samples. */
	public boolean isNegative(final int frame) {
		return look(frame) == Look.NEGATIVE;
	}

	private Look look(final int frame) {
		return looks[(frames[frame][0] - 1) % channels];
	}

	/**
	 * Returns the values that are black and white in a frame.
	 *
	 * @param samples the range of the samples of the image, whatever their look is
	 */
	public ValueRange range(final int frame, final ValueRange samples) {
		return isNegative(frame) ? samples.negative() : samples;
	}

	/**
	 * Returns a frame in which larger is brighter, so that it can be compared with others.
	 *
	 * @param white the largest sample of images that do not have 8 bits; if such an image is inverted, larger samples
	 *        become black
	 */
	public List<ImageProcessor> positive(final int frame, final double white) {
		return isNegative(frame) ? slices(frame).stream().map(slice -> negative(slice, white)).toList() : slices(frame);
	}

	private static ImageProcessor negative(final ImageProcessor slice, final double white) {
		final ImageProcessor negative = slice.createProcessor(slice.getWidth(), slice.getHeight());
		final boolean floats = slice instanceof FloatProcessor;
		final double most = slice instanceof ByteProcessor ? ValueRange.EIGHT_BIT.max() : white;
		for (int i = 0; i < slice.getPixelCount(); i++)
			negative.setf(i, (float) (floats ? most - slice.getf(i) : Math.max(0, most - slice.get(i))));
		return negative;
	}

	/** Returns the slices of one frame, from 0; for an image with a palette, its colours. */
	public List<ImageProcessor> slices(final int frame) {
		return Arrays.stream(frames[frame]).mapToObj(this::slice).toList();
	}

	/** Returns the labels of the slices of a frame; null for a slice without a label. */
	public List<String> labels(final int frame) {
		return Arrays.stream(frames[frame]).mapToObj(stack::getSliceLabel).toList();
	}

	/** Returns these slices as a virtual stack with their labels. */
	public ImageStack virtualStack() {
		return new SliceView(this, slices(0).get(0), Arrays.stream(frames).mapToInt(frame -> frame.length).sum());
	}

	private ImageProcessor slice(final int number) {
		final ImageProcessor slice = stack.getProcessor(number);
		if (palette == null)
			return slice;
		return looks[0] == Look.COLORS ? palette.colors(slice) : palette.shades(slice);
	}

	/** Returns the frames one after the other. */
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
				return SliceViews.frame(slices(frames.next()));
			}
		};
	}
}
