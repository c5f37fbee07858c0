package org.drsformer.image;

import java.io.IOException;
import java.nio.ByteBuffer;

import ij.ImagePlus;

/**
 * An ICC profile that goes along from a file to the result. It is never applied: the samples stay as they are.
 *
 * @param bytes as they are in the file; null for none
 */
record ColorProfile(byte[] bytes) {

	static final ColorProfile NONE = new ColorProfile(null);

	/** More than the largest profiles of printers, which have tables. */
	static final int MOST_BYTES = 1 << 24;

	private static final String PROPERTY = "ICC profile";
	private static final int HEADER_BYTES = 128;
	private static final int SIGNATURE_PLACE = 36;
	private static final int SIGNATURE = 0x61637370;
	private static final int SPACE_PLACE = 16;
	private static final int RGB = 0x52474220;
	private static final int GRAY = 0x47524159;

	/** That of a page of a TIFF file. */
	static ColorProfile of(final TiffDirectory page) throws IOException {
		final long bytes = page.bytes(TiffTag.ICC_PROFILE);
		return bytes == 0 || bytes > MOST_BYTES ? NONE : new ColorProfile(page.content(TiffTag.ICC_PROFILE).array());
	}

	/** That which came with an image. */
	static ColorProfile of(final ImagePlus image) {
		return image.getProperty(PROPERTY) instanceof final byte[] bytes ? new ColorProfile(bytes) : NONE;
	}

	/** Attaches it to an image whose colours it is for: not that of the inks to the RGB that was made of them. */
	void giveTo(final ImagePlus image) {
		final boolean color = image.getType() == ImagePlus.COLOR_RGB || ImagePlusFrames.isRgb48(image);
		if (bytes != null && isFor(color ? RGB : GRAY))
			image.setProperty(PROPERTY, bytes);
	}

	private boolean isFor(final int space) {
		if (bytes.length < HEADER_BYTES)
			return false;
		final ByteBuffer header = ByteBuffer.wrap(bytes);
		return header.getInt(SIGNATURE_PLACE) == SIGNATURE && header.getInt(SPACE_PLACE) == space;
	}
}
