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
 * An image of ImageJ as a sequence of frames: ImgLib2's views on ImageJ's pixels, nothing copied, and of a virtual
 * stack nothing kept. A frame is a plane (x, y), or (x, y, channel) where an image has its red, green and blue in three
 * slices. Alpha of 16 bits is a fourth slice that goes along unchanged.
 * <p>
 * Frames are to be taken as they are seen: the slices of an image with a palette come in its colours, as RGB, or in its
 * shades of gray; for those with an inverted lookup table, {@link #range(int, ValueRange)} has black and white
 * exchanged.
 */
public final class ImagePlusFrames implements Iterable<RandomAccessibleInterval<?>> {

	private final ImageStack stack;
	private final boolean together;
	private final Look[] looks;
	private final LookupTable palette;
	private final PlaneChoice.Span slices;
	private final PlaneChoice.Span times;
	private final int channels;
	private final int[][] frames;

	/** All frames of an image. */
	public ImagePlusFrames(final ImagePlus image) {
		this(image, PlaneChoice.ALL, ChannelChoice.AUTO);
	}

	/**
	 * Some frames of an image.
	 *
	 * @throws DrsformerException if the image has no such planes or channels
	 */
	public ImagePlusFrames(final ImagePlus image, final PlaneChoice planes, final ChannelChoice channels) {
		stack = image.getStack();
		together = channels.together(image);
		looks = looks(image);
		palette = looks[0].isPalette()
			? LookupTable.of(image.getProcessor())
				.displayed(image.getProcessor().getMin(), image.getProcessor().getMax())
			: null;
		slices = planes.slices(image);
		times = planes.frames(image);
		this.channels = image.getNChannels();
		final int[][] positions = positions(image);
		frames = together ? positions
			: Arrays.stream(positions)
				.flatMapToInt(Arrays::stream)
				.mapToObj(number -> new int[] { number })
				.toArray(int[][]::new);
	}

	/** That of each channel. */
	private Look[] looks(final ImagePlus image) {
		final Look[] each = IntStream.rangeClosed(1, image.getNChannels())
			.mapToObj(c -> Look.of(image, c))
			.toArray(Look[]::new);
		if (together && Arrays.stream(each).distinct().count() > 1)
			throw new DrsformerException(
				"Some channels of the image " + image.getTitle() + " have an inverted lookup table and" +
					" others have not, and they are to be seen together; invert all of them or none.");
		return each;
	}

	/** For each slice and time, the numbers in the stack of all channels. */
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

	public int count() {
		return frames.length;
	}

	public int channels() {
		return channels;
	}

	/** Which of the image's slices these are, counted from 1. */
	PlaneChoice.Span sliceSpan() {
		return slices;
	}

	/** Which of the image's times these are, counted from 1. */
	PlaneChoice.Span timeSpan() {
		return times;
	}

	/** The axis of a frame that counts channels, or {@link Frames#NO_CHANNEL_AXIS}. */
	public int channelAxis() {
		return together ? 2 : Frames.NO_CHANNEL_AXIS;
	}

	/** Where the slices of a frame are in the stack, from 1. */
	public int[] numbers(final int frame) {
		return frames[frame].clone();
	}

	/** Whether the image has a palette, which does not hold what becomes of its colours. */
	public boolean isPalette() {
		return palette != null;
	}

	/** Whether the negative of a frame's samples is what is seen. */
	public boolean isNegative(final int frame) {
		return look(frame) == Look.NEGATIVE;
	}

	private Look look(final int frame) {
		return looks[(frames[frame][0] - 1) % channels];
	}

	/**
	 * What is black and white in a frame.
	 *
	 * @param samples the range of the samples of the image, whatever they look like
	 */
	public ValueRange range(final int frame, final ValueRange samples) {
		return isNegative(frame) ? samples.negative() : samples;
	}

	/**
	 * A frame in which what is brighter is larger, to be compared with others.
	 *
	 * @param white the largest sample of images that are not of 8 bits; larger ones are as black, if they are inverted
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

	/** The slices of one frame, from 0; of an image with a palette, in its colours. */
	public List<ImageProcessor> slices(final int frame) {
		return Arrays.stream(frames[frame]).mapToObj(this::slice).toList();
	}

	/** What the slices of a frame are called; null where they have no label. */
	public List<String> labels(final int frame) {
		return Arrays.stream(frames[frame]).mapToObj(stack::getSliceLabel).toList();
	}

	/** These slices as a virtual stack with their labels. */
	public ImageStack virtualStack() {
		return new SliceView(this, slices(0).get(0), Arrays.stream(frames).mapToInt(frame -> frame.length).sum());
	}

	private ImageProcessor slice(final int number) {
		final ImageProcessor slice = stack.getProcessor(number);
		if (palette == null)
			return slice;
		return looks[0] == Look.COLORS ? palette.colors(slice) : palette.shades(slice);
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
				return SliceViews.frame(slices(frames.next()));
			}
		};
	}
}
