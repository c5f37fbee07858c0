package org.drsformer.image.file.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.drsformer.image.ColorProfile;
import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.PiecedStream;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * The chunks of a PNG file (third edition, section 5). Java's reader sees only the chunks with samples: texts and
 * profiles could unpack to any size.
 */
final class PngData {

	private static final int SIGNATURE_BYTES = 8;
	private static final int FRAME_BYTES = 12;
	private static final int CRC_BYTES = 4;
	private static final int BUFFER_BYTES = 1 << 16;

	/** The largest Exif block that is read: blocks in JPEG files cannot be larger. */
	private static final int MOST_EXIF_BYTES = 1 << 16;

	private static final Set<String> SAMPLES = Set.of("IHDR", "PLTE", "IDAT", "IEND");

	private final FileChannel file;
	private final FileBytes bytes;
	private final PiecedStream samples;
	private byte[] exif = new byte[0];
	private ColorProfile profile = ColorProfile.NONE;

	/**
	 * Reads the chunks.
	 *
	 * @param samples receives the chunks that the samples need
	 * @throws IOException that says what is wrong
	 */
	PngData(final FileChannel file, final PiecedStream samples) throws IOException {
		this.file = file;
		bytes = new FileBytes(file, ByteOrder.BIG_ENDIAN);
		this.samples = samples.add(file, 0, SIGNATURE_BYTES);
		long place = SIGNATURE_BYTES;
		String type = "";
		while (!type.equals("IEND")) {
			final ByteBuffer head = bytes.read(place, Long.BYTES);
			final long length = head.getInt() & 0xffffffffL;
			type = StandardCharsets.ISO_8859_1.decode(head).toString();
			if (length + FRAME_BYTES > file.size() - place)
				throw FileBytes.missing();
			look(type, place, length);
			place += length + FRAME_BYTES;
		}
	}

	private void look(final String type, final long place, final long length) throws IOException {
		if (SAMPLES.contains(type)) {
			checkSum(place + CRC_BYTES, length + CRC_BYTES, type);
			samples.add(file, place, length + FRAME_BYTES);
		}
		else if (type.equals("eXIf") && length <= MOST_EXIF_BYTES)
			exif = bytes.read(place + Long.BYTES, length).array();
		else if (type.equals("iCCP") && length <= ColorProfile.MOST_BYTES)
			profile = new ColorProfile(profile(bytes.read(place + Long.BYTES, length)));
		else if (type.equals("acTL") && length >= Integer.BYTES
			&& bytes.read(place + Long.BYTES, Integer.BYTES).getInt() > 1)
			throw new UnreadableKindException("it is animated; convert it to AVI or TIFF");
		else if (Character.isUpperCase(type.charAt(0)))
			throw new IOException("it has an unknown chunk " + type.replaceAll("[^A-Za-z]", "?"));
	}

	private void checkSum(final long place, final long length, final String type) throws IOException {
		final CRC32 sum = new CRC32();
		for (long done = 0; done < length; done += BUFFER_BYTES)
			sum.update(bytes.read(place + done, Math.min(BUFFER_BYTES, length - done)));
		if ((int) sum.getValue() != bytes.read(place + length, CRC_BYTES).getInt())
			throw new IOException("the checksum of a chunk " + type + " is wrong");
	}

	/**
	 * Unpacks a profile.
	 *
	 * @return null if the profile is damaged; nothing else depends on it
	 */
	private static byte[] profile(final ByteBuffer chunk) {
		while (chunk.hasRemaining() && chunk.get() != 0) {
			// the name
		}
		if (!chunk.hasRemaining() || chunk.get() != 0)
			return null;
		final Inflater inflater = new Inflater();
		try {
			inflater.setInput(chunk);
			final byte[] profile = new byte[(int) Math.min(ColorProfile.MOST_BYTES, 1100L * chunk.remaining() + 1000)];
			final int length = inflater.inflate(profile);
			return inflater.finished() ? Arrays.copyOf(profile, length) : null;
		}
		catch (final DataFormatException damage) {
			return null;
		}
		finally {
			inflater.end();
		}
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
