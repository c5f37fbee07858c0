package org.drsformer.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import ij.ImagePlus;

/**
 * An ICC profile that is kept with an image from its file to its result. It is never applied: the samples stay as they
 * are.
 *
 * @param bytes the profile as it is in the file; null if there is none
 */
public record ColorProfile(byte[] bytes) {

	public static final ColorProfile NONE = new ColorProfile(null);

	/** The largest profile that is read, in bytes: more than those of printers, which contain tables. */
	public static final int MOST_BYTES = 1 << 24;

	/** Bytes of a marker, a length, a name and two counters. */
	private static final int SEGMENT_HEAD_BYTES = 2 + 2 + 12 + 2;
	private static final int MOST_SEGMENT_BYTES = 0xffff - SEGMENT_HEAD_BYTES + 2;
	private static final int MOST_SEGMENTS = 255;

	private static final String PROPERTY = "ICC profile";
	private static final int HEADER_BYTES = 128;
	private static final int SIGNATURE_PLACE = 36;
	private static final int SIGNATURE = 0x61637370;
	private static final int SPACE_PLACE = 16;
	private static final int RGB = 0x52474220;
	private static final int GRAY = 0x47524159;

	/** Returns the profile that was read with an image. */
	public static ColorProfile of(final ImagePlus image) {
		return image.getProperty(PROPERTY) instanceof final byte[] bytes ? new ColorProfile(bytes) : NONE;
	}

	/**
	 * Attaches this profile to an image with the colours that it describes. A profile of inks is not attached to the
	 * RGB image that was made of them.
	 */
	public void giveTo(final ImagePlus image) {
		if (isFor(image.getType() == ImagePlus.COLOR_RGB || DeepColor.isRgb48(image)))
			image.setProperty(PROPERTY, bytes);
	}

	/**
	 * Returns whether this is a profile for such samples.
	 *
	 * @param color true for RGB, false for gray
	 */
	public boolean isFor(final boolean color) {
		if (bytes == null || bytes.length < HEADER_BYTES)
			return false;
		final ByteBuffer header = ByteBuffer.wrap(bytes);
		return header.getInt(SIGNATURE_PLACE) == SIGNATURE && header.getInt(SPACE_PLACE) == (color ? RGB : GRAY);
	}

	/** Returns a chunk iCCP for a PNG file. */
	public byte[] pngChunk() {
		final Deflater deflater = new Deflater();
		deflater.setInput(bytes);
		deflater.finish();
		final byte[] deflated = new byte[bytes.length + bytes.length / 100 + 100];
		final int length = deflater.deflate(deflated);
		deflater.end();
		final byte[] name = { 'i', 'C', 'C', 'P', 'I', 'C', 'C', 0, 0 };
		final ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + name.length + length + Integer.BYTES);
		chunk.putInt(name.length - Integer.BYTES + length).put(name).put(deflated, 0, length);
		final CRC32 sum = new CRC32();
		sum.update(chunk.array(), Integer.BYTES, name.length + length);
		return chunk.putInt((int) sum.getValue()).array();
	}

	/** Returns segments APP2 for a JPEG file; an empty array if the profile is too large for them. */
	public byte[] jpegSegments() {
		final int parts = (bytes.length + MOST_SEGMENT_BYTES - 1) / MOST_SEGMENT_BYTES;
		if (parts > MOST_SEGMENTS)
			return new byte[0];
		final ByteBuffer segments = ByteBuffer.allocate(bytes.length + parts * SEGMENT_HEAD_BYTES);
		for (int part = 0; part < parts; part++) {
			final int from = part * MOST_SEGMENT_BYTES;
			final int length = Math.min(MOST_SEGMENT_BYTES, bytes.length - from);
			segments.putShort((short) 0xffe2).putShort((short) (length + SEGMENT_HEAD_BYTES - 2));
			segments.put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII)).put((byte) (part + 1)).put((byte) parts);
			segments.put(bytes, from, length);
		}
		return segments.array();
	}
}
