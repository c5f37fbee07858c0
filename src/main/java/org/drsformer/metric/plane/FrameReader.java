package org.drsformer.metric.plane;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.frame.Frames;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/** Copies the frames of an image out of it, one at a time, as the metrics read them. */
public final class FrameReader {

	private static final int MOST_PIXELS = Integer.MAX_VALUE - 8;

	private final Frames<?> frames;
	private final long[] size;

	private FrameReader(final Frames<?> frames) {
		this.frames = frames;
		size = frames.size();
	}

	/**
	 * Returns a reader of an image's frames.
	 *
	 * @param image ARGBType (three channels) or a RealType
	 * @param channelAxis the axis that counts channels, or {@link Frames#NO_CHANNEL_AXIS}
	 * @throws DrsformerException if the image has no planes, no such axis, planes that are too large, or pixels that
	 *         are not numbers
	 */
	public static FrameReader of(final RandomAccessibleInterval<?> image, final int channelAxis) {
		final FrameReader reader = new FrameReader(Frames.of(image, channelAxis));
		if (reader.size[0] * reader.size[1] > MOST_PIXELS)
			throw new DrsformerException(
				"A plane of " + reader.sizeText() + " pixels is too large to be compared; crop it.");
		return reader;
	}

	/** Returns the number of channels of each frame. */
	public int channels() {
		return frames.channels();
	}

	/** Returns the width in pixels. */
	public int width() {
		return (int) size[0];
	}

	/** Returns the height in pixels. */
	public int height() {
		return (int) size[1];
	}

	/** Returns the number of frames. */
	public int count() {
		return Math.toIntExact(frames.count());
	}

	/** Returns whether another image has the same size, channels aside. */
	public boolean hasSizeOf(final FrameReader other) {
		return Arrays.equals(size, other.size);
	}

	/** Returns the size without the channels, such as {@code 640 x 480 x 12}. */
	public String sizeText() {
		return LongStream.of(size).mapToObj(Long::toString).collect(Collectors.joining(" x "));
	}

	/** Returns where a frame is, counted from 0 along each axis after x and y; the first of them runs fastest. */
	public long[] position(final int frame) {
		return frames.position(frame);
	}

	/** Returns a copy of the channels of one frame. */
	public PixelRows read(final int frame) {
		return frames.isRgb() ? rgb(frames.rgb(frame)) : new NumberRows(planes(frames, frame));
	}

	/** Returns a copy of one frame of an image with one channel. */
	public Plane readGray(final int frame) {
		return planes(frames, frame)[0];
	}

	/** All colours in one array: a sixth of the memory of three planes, and faster to copy. */
	private static PixelRows rgb(final RandomAccessibleInterval<ARGBType> frame) {
		final int width = (int) frame.dimension(0);
		final int height = (int) frame.dimension(1);
		final int[] pixels = new int[width * height];
		PrimitiveBlocks.of(frame, OnFallback.ACCEPT).copy(frame, pixels);
		return new ColorRows(pixels, width, height);
	}

	private static <T extends RealType<T>> Plane[] planes(final Frames<T> frames, final int frame) {
		final List<RandomAccessibleInterval<T>> planes = frames.planes(frame);
		return planes.stream().map(FrameReader::copy).toArray(Plane[]::new);
	}

	private static <T extends RealType<T>> Plane copy(final RandomAccessibleInterval<T> plane) {
		final Plane copy = new Plane((int) plane.dimension(0), (int) plane.dimension(1));
		LoopBuilder.setImages(plane, ArrayImgs.doubles(copy.values(), copy.width(), copy.height()))
			.forEachPixel((from, to) -> to.set(from.getRealDouble()));
		return copy;
	}
}
