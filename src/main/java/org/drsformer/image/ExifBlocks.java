package org.drsformer.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the Exif block of PNG and JPEG files, which Java's readers pass over. */
final class ExifBlocks {

	private static final int PNG_SIGNATURE = 8;
	private static final int PNG_EXIF = 0x65584966;
	private static final int PNG_PIXELS = 0x49444154;
	private static final int PNG_CHECKSUM = 4;

	private static final int JPEG_START = 2;
	private static final int JPEG_APP1 = 0xffe1;
	private static final int JPEG_PIXELS = 0xffda;
	private static final int LEAST_MARKER = 0xffc0;
	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	/** Blocks are at most so large in JPEG; larger ones in PNG are not worth the memory. */
	private static final int MOST_BYTES = 1 << 16;

	private ExifBlocks() {
		// static functions only
	}

	/** The orientation that a file asks for; upright if it says nothing. */
	static Orientation orientation(final Path file, final ImageFormat format) throws IOException {
		try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			return switch (format) {
				case PNG -> Orientation.of(png(in));
				case JPEG -> Orientation.of(jpeg(in));
				default -> Orientation.UPRIGHT;
			};
		}
		catch (final EOFException end) {
			// what is missing is found when the pixels are read
			return Orientation.UPRIGHT;
		}
	}

	private static byte[] png(final DataInputStream in) throws IOException {
		in.skipNBytes(PNG_SIGNATURE);
		while (true) {
			final int length = in.readInt();
			final int type = in.readInt();
			if (type == PNG_EXIF && length >= 0 && length <= MOST_BYTES)
				return in.readNBytes(length);
			if (type == PNG_PIXELS || length < 0)
				return new byte[0];
			in.skipNBytes((long) length + PNG_CHECKSUM);
		}
	}

	private static byte[] jpeg(final DataInputStream in) throws IOException {
		in.skipNBytes(JPEG_START);
		while (true) {
			final int marker = in.readUnsignedShort();
			if (marker == JPEG_PIXELS || marker < LEAST_MARKER)
				return new byte[0];
			final byte[] segment = readSegment(in);
			if (marker == JPEG_APP1 && segment.length > EXIF.length && Arrays.equals(segment, 0, EXIF.length, EXIF, 0,
				EXIF.length))
				return Arrays.copyOfRange(segment, EXIF.length, segment.length);
		}
	}

	private static byte[] readSegment(final DataInputStream in) throws IOException {
		final int length = in.readUnsignedShort();
		final byte[] segment = new byte[Math.max(0, length - Short.BYTES)];
		in.readFully(segment);
		return segment;
	}
}
