package org.drsformer.image.file.jpeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * What the segments of a JPEG stream (ITU-T T.81, annex B) say, found without decoding: the segments that the samples
 * need, and those that accompany them.
 */
public final class JpegData {

	private static final int FIRST_FRAME = 0xc0;
	private static final int LAST_FRAME = 0xcf;
	private static final int FIRST_APPLICATION = 0xe0;
	private static final int LAST_APPLICATION = 0xef;
	private static final int COMMENT = 0xfe;

	/**
	 * Markers in the range of the frame markers that are not frames: tables of Huffman and of arithmetic coding, and an
	 * extension.
	 */
	private static final Set<Integer> NO_FRAMES = Set.of(0xc4, 0xc8, 0xcc);

	/** The last of the processes that Java's reader knows: baseline, extended and progressive with Huffman coding. */
	private static final int LAST_KNOWN_FRAME = 0xc2;

	/** Files for everyday use have ten scans or fewer; each scan is a pass over all pixels. */
	private static final int USUAL_SCANS = 40;
	private static final int MOST_SCANS = 1000;
	private static final long MOST_SCANNED_PIXELS = 400_000_000L;

	private static final String EXIF = "Exif\0\0";
	private static final String PROFILE = "ICC_PROFILE\0";
	private static final String ADOBE = "Adobe";
	private static final String JFIF = "JFIF\0";
	private static final int ADOBE_TRANSFORM = 11;

	private final byte[] data;
	private final List<ByteBuffer> essentials = new ArrayList<>();
	private final TreeMap<Integer, byte[]> profileParts = new TreeMap<>();
	private byte[] exif = new byte[0];
	private ByteBuffer frame;
	private int process;
	private int scans;
	private boolean jfif;
	private int adobe = -1;
	private final int end;

	/**
	 * Reads the segments.
	 *
	 * @throws IOException that says what is wrong
	 */
	public JpegData(final byte[] data) throws IOException {
		this.data = data;
		end = JpegSegments.walk(data, this::look);
	}

	private void look(final int marker, final int from, final int to, final int next) throws IOException {
		if (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) {
			application(marker - FIRST_APPLICATION, from, to);
			return;
		}
		if (marker == COMMENT)
			return;
		// without fill bytes
		essentials.add(ByteBuffer.wrap(new byte[] { (byte) JpegSegments.MARKER, (byte) marker }));
		essentials.add(ByteBuffer.wrap(data, from - 2, next - from + 2));
		if (marker == JpegSegments.SCAN && ++scans > MOST_SCANS)
			throw tooManyScans();
		if (marker >= FIRST_FRAME && marker <= LAST_FRAME && !NO_FRAMES.contains(marker) && frame == null) {
			process = marker;
			frame = ByteBuffer.wrap(data, from, to - from).slice();
		}
	}

	private void application(final int number, final int from, final int to) {
		if (number == 0 && begins(JFIF, from, to))
			jfif = true;
		else if (number == 1 && begins(EXIF, from, to) && exif.length == 0)
			exif = Arrays.copyOfRange(data, from + EXIF.length(), to);
		else if (number == 2 && begins(PROFILE, from, to) && to - from > PROFILE.length() + 2)
			profileParts.put(data[from + PROFILE.length()] & 0xff,
				Arrays.copyOfRange(data, from + PROFILE.length() + 2, to));
		else if (number == 14 && begins(ADOBE, from, to) && to - from > ADOBE_TRANSFORM)
			adobe = data[from + ADOBE_TRANSFORM] & 0xff;
	}

	private boolean begins(final String text, final int from, final int to) {
		return to - from >= text.length()
			&& new String(data, from, text.length(), StandardCharsets.ISO_8859_1).equals(text);
	}

	/**
	 * Checks that there is an image, and that decoding it does not take too long for its size.
	 *
	 * @return this
	 * @throws IOException that says what is wrong
	 */
	public JpegData checked() throws IOException {
		checkFrame();
		if (end == data.length)
			throw FileBytes.missing();
		if (process > LAST_KNOWN_FRAME)
			throw new UnreadableKindException("its JPEG coding is process SOF" + (process - FIRST_FRAME) +
				", lossless, hierarchical or arithmetic; save it as baseline or progressive");
		if (precision() != Byte.SIZE)
			throw new UnreadableKindException("its JPEG samples have " + precision() + " bits; save it with 8");
		if (scans > USUAL_SCANS && scans * (long) width() * height() > MOST_SCANNED_PIXELS)
			throw tooManyScans();
		return this;
	}

	/**
	 * Checks that the stream tells the size of its image.
	 *
	 * @throws IOException if it does not
	 */
	public void checkFrame() throws IOException {
		if (frame == null || frame.limit() < 6)
			throw new IOException("it has no image");
	}

	private UnreadableKindException tooManyScans() {
		return new UnreadableKindException("it has more scans than decoding in reasonable time allows (" +
			(scans > MOST_SCANS ? "over " + MOST_SCANS : scans) + "); save it as baseline JPEG or as PNG");
	}

	/** Returns the bits of a sample. */
	int precision() {
		return frame.get(0) & 0xff;
	}

	/** Returns the height in pixels. */
	public int height() {
		return frame.getShort(1) & 0xffff;
	}

	/** Returns the width in pixels. */
	public int width() {
		return frame.getShort(3) & 0xffff;
	}

	/** Returns the number of components of a pixel. */
	int components() {
		return frame.get(5) & 0xff;
	}

	/** Returns the Exif block without its marker; empty if there is none. */
	public byte[] exif() {
		return exif;
	}

	/** Returns the ICC profile; null if there is none or a part of it is missing. */
	public byte[] profile() {
		if (profileParts.isEmpty() || profileParts.firstKey() != 1 || profileParts.lastKey() != profileParts.size())
			return null;
		final ByteArrayOutputStream profile = new ByteArrayOutputStream();
		profileParts.values().forEach(profile::writeBytes);
		return profile.toByteArray();
	}

	/** Returns the colour transformation of the Adobe segment; -1 if there is no such segment. */
	int adobe() {
		return adobe;
	}

	/** Returns whether three components are RGB, by the rules of libjpeg. */
	boolean isRgb() {
		if (jfif || components() != 3 || frame.limit() < 15)
			return false;
		return adobe >= 0 ? adobe == 0 : frame.get(6) == 'R' && frame.get(9) == 'G' && frame.get(12) == 'B';
	}

	/** Returns all segments but the start, the end, and those that only accompany the samples. */
	public List<ByteBuffer> essentials() {
		return essentials;
	}

	/**
	 * Returns whether the last bytes before the end marker are only padding.
	 *
	 * @param count of these bytes
	 */
	boolean endsInPadding(final int count) {
		if (count > end)
			return false;
		for (int i = end - count; i < end; i++)
			if (data[i] != data[end - 1])
				return false;
		return data[end - 1] == 0 || data[end - 1] == (byte) JpegSegments.MARKER;
	}
}
