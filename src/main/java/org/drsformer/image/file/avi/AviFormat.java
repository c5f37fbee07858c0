package org.drsformer.image.file.avi;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.Look;
import org.drsformer.image.LookupTable;
import org.drsformer.image.file.content.FileBytes;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * How the frames of an AVI file are stored: the structure BITMAPINFO of Windows.
 *
 * @param bits of a pixel
 * @param compression its four letters as a number, or 0 for none
 * @param topDown whether the first row is the uppermost
 * @param palette of 8-bit frames; null for shades of gray
 */
record AviFormat(int width, int height, int bits, int compression, boolean topDown, IndexColorModel palette) {

	/** The bytes of the structure without its palette. */
	static final int BYTES = 40;

	static final int MOST_BYTES = BYTES + 4 * LookupTable.SIZE;

	private static final int BYTE = 0xff;

	/** Uncompressed frames from the lowest row to the uppermost. */
	private static final Set<Integer> BITMAPS = Set.of(0, letters("RGB "), letters("RAW "));

	/** Gray frames from the uppermost row to the lowest. */
	private static final Set<Integer> GRAYS = Set.of(letters("Y8  "), letters("Y800"), letters("GREY"));

	private static final Set<Integer> FILES = Set.of(letters("MJPG"), letters("jpeg"), letters("JPEG"), 4,
		letters("png "), letters("MPNG"), letters("PNG "), 5);

	/** Returns four letters as the number that AVI files have for them. */
	static int letters(final String text) {
		return text.charAt(0) | text.charAt(1) << 8 | text.charAt(2) << 16 | text.charAt(3) << 24;
	}

	/**
	 * Reads the structure.
	 *
	 * @throws DrsformerException if the size is impossible
	 */
	static AviFormat of(final ByteBuffer info, final Path file) {
		final int width = info.getInt(4);
		final int height = info.getInt(8);
		final int bits = info.getShort(14);
		final int compression = info.getInt(16);
		if (width < 1 || height == 0 || height == Integer.MIN_VALUE
			|| (double) width * Math.abs(height) > FrameTensor.MOST_SAMPLES)
			throw new DrsformerException("The video " + file + " is damaged: it claims frames of " + width + " x " +
				Math.abs((long) height) + " pixels.");
		return new AviFormat(width, Math.abs(height), bits, compression, height < 0 || GRAYS.contains(compression),
			bits == 8 && BITMAPS.contains(compression) ? palette(info) : null);
	}

	/** Returns the palette; missing colours are black. */
	private static IndexColorModel palette(final ByteBuffer info) {
		final int used = info.getInt(32);
		final byte[][] colors = new byte[3][LookupTable.SIZE];
		final int count = Math.min(used > 0 ? used : LookupTable.SIZE, (info.limit() - BYTES) / 4);
		for (int i = 0; i < Math.min(count, LookupTable.SIZE); i++)
			for (int c = 0; c < colors.length; c++)
				colors[c][i] = info.get(BYTES + 4 * i + 2 - c);
		return count == 0 ? null : new IndexColorModel(8, LookupTable.SIZE, colors[0], colors[1], colors[2]);
	}

	/** Returns whether {@link #decode} supports these frames; ImageJ's reader supports some others. */
	boolean isDecodable() {
		if (BITMAPS.contains(compression))
			return bits == 8 || bits == 24 || bits == 32;
		return GRAYS.contains(compression) && bits == 8 || FILES.contains(compression);
	}

	/**
	 * Decodes a frame.
	 *
	 * @return a picture, gray or RGB
	 * @throws IOException if the frame is damaged; says how
	 */
	ImageProcessor decode(final byte[] frame) throws IOException {
		return FILES.contains(compression) ? decodeFile(frame) : decodeRows(frame);
	}

	private ImageProcessor decodeFile(final byte[] frame) throws IOException {
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(frame))) {
			final Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext())
				throw new IOException("it is neither JPEG nor PNG");
			final ImageReader reader = readers.next();
			try {
				reader.setInput(stream, true, true);
				checkSize(reader.getWidth(0), reader.getHeight(0));
				final BufferedImage image = reader.read(0);
				return image.getType() == BufferedImage.TYPE_BYTE_GRAY ? new ByteProcessor(image)
					: new ColorProcessor(image);
			}
			finally {
				reader.dispose();
			}
		}
	}

	/** Checks the size before memory is used for it. A frame of half the height belongs to a video of two fields. */
	private void checkSize(final int frameWidth, final int frameHeight) throws IOException {
		if (frameWidth != width || frameHeight != height)
			throw new IOException(
				"it has " + frameWidth + " x " + frameHeight + " pixels instead of " + width + " x " + height);
	}

	private ImageProcessor decodeRows(final byte[] frame) throws IOException {
		final int row = width * (bits / 8);
		final int stride = stride(frame.length, row);
		final ImageProcessor plane = bits == 8 ? new ByteProcessor(width, height) : new ColorProcessor(width, height);
		for (int y = 0; y < height; y++) {
			final int start = (topDown ? y : height - 1 - y) * stride;
			if (bits == 8)
				System.arraycopy(frame, start, plane.getPixels(), y * width, width);
			else
				copyColors(frame, start, (int[]) plane.getPixels(), y * width);
		}
		if (palette == null)
			return plane;
		plane.setColorModel(palette);
		return Look.picture(plane);
	}

	/** Returns the bytes from row to row: a row fills words of four bytes, but some programs leave no gaps. */
	private int stride(final int bytes, final int row) throws IOException {
		final int words = (row + 3) / 4 * 4;
		if (bytes >= (long) words * (height - 1) + row)
			return words;
		if (bytes >= (long) row * height)
			return row;
		throw FileBytes.missing();
	}

	private void copyColors(final byte[] frame, final int start, final int[] pixels, final int to) {
		for (int x = 0; x < width; x++) {
			final int at = start + x * (bits / 8);
			pixels[to + x] = BYTE << 24 | (frame[at + 2] & BYTE) << 16 | (frame[at + 1] & BYTE) << 8 | frame[at] & BYTE;
		}
	}
}
