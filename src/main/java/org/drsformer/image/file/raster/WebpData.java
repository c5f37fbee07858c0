package org.drsformer.image.file.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.drsformer.image.ColorProfile;
import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.PiecedStream;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * The chunks of a WebP file (Google's container specification). The reader sees only the chunk with lossless samples.
 * Lossy files are refused: of 48 gray images that libwebp wrote, TwelveMonkeys 3.15.0 read the 12 without a loop filter
 * within one level of libwebp, and the 36 with a loop filter up to 37 levels off. JCodec 0.2.5 read none of 79 images
 * that libwebp wrote.
 */
final class WebpData {

	private static final int HEADER_BYTES = 12;
	private static final int HEAD_BYTES = 8;
	/** The reader reads more bytes than it needs. */
	private static final int READ_AHEAD_BYTES = 64;

	private static final int MOST_EXIF_BYTES = 1 << 16;
	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

	private final FileChannel file;
	private final FileBytes bytes;
	private final PiecedStream samples;
	private byte[] exif = new byte[0];
	private ColorProfile profile = ColorProfile.NONE;
	private boolean found;

	/**
	 * Reads the chunks.
	 *
	 * @param samples receives the chunk that the samples need
	 * @throws IOException that says what is wrong
	 */
	WebpData(final FileChannel file, final PiecedStream samples) throws IOException {
		this.file = file;
		bytes = new FileBytes(file, ByteOrder.LITTLE_ENDIAN);
		this.samples = samples;
		final long end = HEAD_BYTES + (bytes.read(4, 4).getInt() & 0xffffffffL);
		if (end > file.size())
			throw FileBytes.missing();
		for (long place = HEADER_BYTES; place + HEAD_BYTES <= end;) {
			final long length = bytes.read(place + 4, 4).getInt() & 0xffffffffL;
			if (length > end - place - HEAD_BYTES)
				throw FileBytes.missing();
			look(StandardCharsets.ISO_8859_1.decode(bytes.read(place, 4)).toString(), place, length);
			place += HEAD_BYTES + length + length % 2;
		}
		if (!found)
			throw new IOException("it has no image");
	}

	private void look(final String type, final long place, final long length) throws IOException {
		switch (type) {
			case "VP8 " -> throw new UnreadableKindException("it is a lossy WebP; convert it to PNG");
			case "ANIM", "ANMF" -> throw new UnreadableKindException("it is animated; convert it to AVI or TIFF");
			case "VP8L" -> addSamples(place, length);
			case "EXIF" ->
				exif = length > MOST_EXIF_BYTES ? exif : exif(bytes.read(place + HEAD_BYTES, length).array());
			case "ICCP" -> profile = length > ColorProfile.MOST_BYTES ? profile
				: new ColorProfile(bytes.read(place + HEAD_BYTES, length).array());
			default -> {
				// texts, and kinds that do not exist yet
			}
		}
	}

	private void addSamples(final long place, final long length) {
		if (found)
			return;
		found = true;
		final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
		header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (4 + HEAD_BYTES + length + length % 2));
		samples.add(header.put("WEBP".getBytes(StandardCharsets.US_ASCII)).flip());
		samples.add(file, place, HEAD_BYTES + length).add(new byte[READ_AHEAD_BYTES]);
	}

	/** Returns an Exif block; some writers begin it as in JPEG. */
	private static byte[] exif(final byte[] chunk) {
		final boolean named = chunk.length >= EXIF.length && Arrays.equals(chunk, 0, EXIF.length, EXIF, 0, EXIF.length);
		return named ? Arrays.copyOfRange(chunk, EXIF.length, chunk.length) : chunk;
	}

	/** Returns the Exif block; empty if there is none. */
	byte[] exif() {
		return exif;
	}

	/** Returns the colour profile. */
	ColorProfile profile() {
		return profile;
	}
}
