package org.drsformer.image.file.avi;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.SliceStack;
import org.drsformer.image.file.content.FailureReason;
import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.PixelLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Reads AVI files frame by frame; any number of threads may read. */
public final class AviReader {

	/** The property of an image that holds the sentence on what was left out. */
	public static final String LEFT_OUT = "org.drsformer.leftOut";

	private static final Logger LOG = LoggerFactory.getLogger(AviReader.class);

	private AviReader() {
		// static functions only
	}

	/**
	 * Opens a video.
	 *
	 * @return a virtual stack with the frames per second in its calibration
	 */
	public static ImagePlus open(final Path file, final PixelLimit limit) throws IOException {
		final AviFile avi = AviFile.read(file);
		if (avi.headers().format() == null || avi.frames().stream().allMatch(frame -> frame.bytes() == 0))
			throw new DrsformerException("The video " + file + " cannot be opened: it is damaged, or has no frames.");
		limit.check(file, avi.headers().format().width(), avi.headers().format().height(), avi.frames().size());
		if (avi.headers().isContradictory())
			LOG.warn(
				"The two headers of the video {} have different frame rates; the rate of the stream, {} a second," +
					" is used.",
				file, avi.headers().framesPerSecond());
		final ImagePlus video = new ImagePlus(file.getFileName().toString(), stack(avi, file));
		video.getCalibration().fps = avi.headers().framesPerSecond();
		if (avi.headers().leftOut() != null)
			video.setProperty(LEFT_OUT, avi.headers().leftOut());
		return video;
	}

	private static AviStack stack(final AviFile avi, final Path file) {
		final int[] shown = shown(avi);
		final FrameSource frames = avi.headers().format().isDecodable() ? number -> decode(avi, number, file)
			: new ForeignAvi(file, avi)::frame;
		return new AviStack(frames, shown, frames.get(shown[0]), avi.headers().framesPerSecond());
	}

	/**
	 * Returns for each frame the one that is shown instead: an empty frame shows the one before it, and empty frames at
	 * the beginning show the first frame that is not empty.
	 */
	private static int[] shown(final AviFile avi) {
		final int[] shown = new int[avi.frames().size()];
		int latest = -1;
		for (int i = 0; i < shown.length; i++) {
			if (avi.frames().get(i).bytes() > 0) {
				if (latest < 0)
					Arrays.fill(shown, 0, i, i);
				latest = i;
			}
			shown[i] = latest;
		}
		return shown;
	}

	/** Reads a frame of the file that is not empty, counted from 0. */
	private interface FrameSource {

		ImageProcessor get(int number);
	}

	private static ImageProcessor decode(final AviFile avi, final int number, final Path file) {
		try {
			return avi.headers().format().decode(read(avi.frames().get(number), file));
		}
		catch (final IOException | RuntimeException failure) {
			throw damaged(file, number, FailureReason.of(failure), failure);
		}
		catch (final OutOfMemoryError failure) {
			throw new DrsformerException(
				"Java does not have enough memory for a frame of the video " + file + "; give it more (-Xmx).",
				failure);
		}
	}

	private static byte[] read(final AviFile.Chunk chunk, final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			return new FileBytes(channel, ByteOrder.LITTLE_ENDIAN).read(chunk.position(), chunk.bytes()).array();
		}
	}

	/**
	 * Returns the failure for a damaged frame.
	 *
	 * @param number from 0
	 */
	static DrsformerException damaged(final Path file, final int number, final String how, final Throwable cause) {
		return new DrsformerException("The video " + file + " is damaged in frame " + (number + 1) + " (" + how + ").",
			cause);
	}

	/** The frames of a video; each is read when it is asked for. */
	private static final class AviStack extends SliceStack {

		private static final int RGB_BITS = 24;

		private final FrameSource frames;
		private final int[] shown;

		AviStack(final FrameSource frames, final int[] shown, final ImageProcessor first,
			final double framesPerSecond)
		{
			super(first.getWidth(), first.getHeight(), first.getBitDepth(), shown.length);
			this.frames = frames;
			this.shown = shown;
			for (int i = 0; i < shown.length && framesPerSecond > 0; i++)
				setSliceLabel(String.format(Locale.ROOT, "%.3f s", i / framesPerSecond), i + 1);
		}

		@Override
		protected ImageProcessor slice(final int number) {
			final ImageProcessor frame = frames.get(shown[number - 1]);
			// one JPEG frame may be gray and the next in colour
			if (frame.getBitDepth() == getBitDepth())
				return frame;
			if (getBitDepth() != RGB_BITS)
				throw new DrsformerException(
					"The video changes from gray to colour in frame " + number + "; convert it.");
			return frame.convertToRGB();
		}
	}
}
