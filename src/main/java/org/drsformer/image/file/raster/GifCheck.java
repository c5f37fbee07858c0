package org.drsformer.image.file.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * Checks the blocks of a GIF file: Java's reader shows whatever it finds in a damaged file, and only the first of many
 * images.
 */
final class GifCheck {

	private static final int SCREEN_PLACE = 6;
	private static final int SCREEN_FLAGS = 10;
	private static final int SCREEN_END = 13;
	private static final int IMAGE = ',';
	private static final int EXTENSION = '!';
	private static final int TRAILER = ';';
	private static final int IMAGE_BYTES = 10;
	private static final int HAS_COLORS = 0x80;

	private final FileChannel file;
	private final FileBytes bytes;
	private int images;

	private GifCheck(final FileChannel file) {
		this.file = file;
		bytes = new FileBytes(file, ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Checks a file.
	 *
	 * @throws IOException if the file is not complete
	 * @throws UnreadableKindException if it has more than one image, or the image does not fill its screen
	 */
	static void check(final FileChannel file) throws IOException {
		new GifCheck(file).walk();
	}

	private void walk() throws IOException {
		long place = SCREEN_END + colors(bytes.read(SCREEN_FLAGS, 1).get());
		while (place >= 0)
			place = block(place);
		if (images == 0)
			throw new IOException("it has no image");
	}

	private static int colors(final int flags) {
		return (flags & HAS_COLORS) == 0 ? 0 : 3 << (flags & 7) + 1;
	}

	/** Returns the place of the next block; -1 after the last. */
	private long block(final long place) throws IOException {
		return switch (bytes.read(place, 1).get()) {
			case EXTENSION -> parts(place + 2);
			case IMAGE -> image(place);
			case TRAILER -> -1;
			default -> throw new IOException("it has an unknown block where an image or its end should be");
		};
	}

	private long image(final long place) throws IOException {
		if (++images > 1)
			throw new UnreadableKindException("it is animated, or has several images; convert it to AVI or TIFF");
		final ByteBuffer frame = bytes.read(place + 1, Long.BYTES);
		if (frame.getInt() != 0 || frame.getInt() != bytes.read(SCREEN_PLACE, Integer.BYTES).getInt())
			throw new UnreadableKindException("its image does not fill its screen; convert it to PNG");
		// the colours, and a byte for the width of codes
		return parts(place + IMAGE_BYTES + colors(bytes.read(place + IMAGE_BYTES - 1, 1).get()) + 1);
	}

	private long parts(final long begin) throws IOException {
		long place = begin;
		int length = bytes.read(place, 1).get() & 0xff;
		while (length > 0) {
			place += 1 + length;
			length = bytes.read(place, 1).get() & 0xff;
		}
		return place + 1;
	}

}
