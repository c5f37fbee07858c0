package org.drsformer.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.AVI_Reader;
import ij.process.ImageProcessor;

/** Reads AVI files with ImageJ's reader, a frame at a time. */
final class AviReader {

	/** Of the main header, which begins the file in all that ImageJ reads, and of what is needed in it. */
	private static final int HEADER = 24;

	private static final int HEADER_BYTES = 48;

	private AviReader() {
		// static functions only
	}

	/** @return a virtual stack whose calibration has the frames per second */
	static ImagePlus open(final Path file, final PixelLimit limit) throws IOException {
		final ByteBuffer header = header(file);
		final AVI_Reader reader = new AVI_Reader();
		final ImageStack frames = reader.makeStack(file.toString(), 1, 0, true, false, false);
		if (frames == null || frames.getSize() == 0)
			throw new DrsformerException("The video " + file + " cannot be opened: it is damaged, or none of those that ImageJ" +
				" reads (uncompressed, or frames of JPEG or PNG); convert it.");
		checkSize(reader, file);
		limit.check(file, reader.getWidth(), reader.getHeight(), reader.getSize());
		final ImagePlus video = new ImagePlus(file.getFileName().toString(), new AviStack(reader, frame(reader, 1,
			file), file));
		final int microseconds = header.getInt(HEADER + 8);
		if (microseconds > 0)
			video.getCalibration().fps = 1e6 / microseconds;
		return video;
	}

	private static ByteBuffer header(final Path file) throws IOException {
		final byte[] start = new byte[HEADER_BYTES];
		try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
			in.readFully(start);
		}
		return ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static void checkSize(final ImageStack frames, final Path file) {
		final double pixels = (double) frames.getWidth() * frames.getHeight();
		if (frames.getWidth() < 1 || frames.getHeight() < 1 || pixels > Frame.MOST_SAMPLES)
			throw new DrsformerException("The video " + file + " is damaged: it claims frames of " + frames.getWidth() + " x " +
				frames.getHeight() + " pixels.");
	}

	/** What ImageJ shows when it fails would be a dialog. */
	private static ImageProcessor frame(final AVI_Reader reader, final int number, final Path file) {
		synchronized (AviReader.class) {
			IJ.redirectErrorMessages(true);
			try {
				final ImageProcessor frame = reader.getProcessor(number);
				if (frame != null)
					return frame;
			}
			catch (final RuntimeException failure) {
				throw damaged(file, number, failure);
			}
			catch (final OutOfMemoryError failure) {
				throw new DrsformerException("Java has not enough memory for a frame of the video " + file +
					"; give it more (-Xmx).", failure);
			}
			finally {
				IJ.redirectErrorMessages(false);
			}
		}
		throw damaged(file, number, null);
	}

	private static DrsformerException damaged(final Path file, final int number, final Exception cause) {
		return new DrsformerException("The video " + file + " is damaged in frame " + number + ".", cause);
	}

	/** The frames of a video, each read when it is asked for. */
	private static final class AviStack extends FrameStack {

		private static final int RGB_BITS = 24;

		private final AVI_Reader reader;
		private final Path file;

		AviStack(final AVI_Reader reader, final ImageProcessor first, final Path file) {
			super(first.getWidth(), first.getHeight(), first.isColorLut() ? RGB_BITS : first.getBitDepth(), reader.getSize());
			this.reader = reader;
			this.file = file;
			// the times of the frames
			for (int i = 1; i <= reader.getSize(); i++)
				setSliceLabel(reader.getSliceLabel(i), i);
		}

		@Override
		ImageProcessor slice(final int number) {
			final ImageProcessor frame = frame(reader, number, file);
			return frame.isColorLut() ? frame.convertToRGB() : frame;
		}
	}
}
