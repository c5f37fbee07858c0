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
 * The segments of a JPEG stream (ITU-T T.81, annex B), found without decoding: what is needed for the samples, and what
 * accompanies them.
 */
public final class JpegData {

	private static final int FIRST_FRAME = 0xc0;
	private static final int LAST_FRAME = 0xcf;
	private static final int FIRST_APPLICATION = 0xe0;
	private static final int LAST_APPLICATION = 0xef;
	private static final int COMMENT = 0xfe;

	/** Those of the frame markers that are none: tables of Huffman and of arithmetic coding, and an extension. */
	private static final Set<Integer> NO_FRAMES = Set.of(0xc4, 0xc8, 0xcc);

	/** Baseline, extended and progressive with Huffman coding: what Java's reader knows. */
	private static final int LAST_KNOWN_FRAME = 0xc2;

	/** Files for everyday use have ten scans or fewer; each is a pass over all pixels. */
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

	/** @throws IOException that says what is wrong */
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
	 * Checks that there is an image, and that decoding it takes no longer than its size is worth.
	 *
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

	/** @throws IOException if the size of the image is not told */
	public void checkFrame() throws IOException {
		if (frame == null || frame.limit() < 6)
			throw new IOException("it has no image");
	}

	private UnreadableKindException tooManyScans() {
		return new UnreadableKindException("it has more scans than decoding in reasonable time allows (" +
			(scans > MOST_SCANS ? "over " + MOST_SCANS : scans) + "); save it as baseline JPEG or as PNG");
	}

	int precision() {
		return frame.get(0) & 0xff;
	}

	public int height() {
		return frame.getShort(1) & 0xffff;
	}

	public int width() {
		return frame.getShort(3) & 0xffff;
	}

	int components() {
		return frame.get(5) & 0xff;
	}

	/** Without the marker of an Exif block; empty if there is none. */
	public byte[] exif() {
		return exif;
	}

	/** The ICC profile; null if there is none, or not all of it. */
	public byte[] profile() {
		if (profileParts.isEmpty() || profileParts.firstKey() != 1 || profileParts.lastKey() != profileParts.size())
			return null;
		final ByteArrayOutputStream profile = new ByteArrayOutputStream();
		profileParts.values().forEach(profile::writeBytes);
		return profile.toByteArray();
	}

	/** The transformation that an Adobe segment names; -1 without such a segment. */
	int adobe() {
		return adobe;
	}

	/** Whether three components are RGB, as libjpeg tells it. */
	boolean isRgb() {
		if (jfif || components() != 3 || frame.limit() < 15)
			return false;
		return adobe >= 0 ? adobe == 0 : frame.get(6) == 'R' && frame.get(9) == 'G' && frame.get(12) == 'B';
	}

	/** Everything but the start, the end, and what accompanies the samples. */
	public List<ByteBuffer> essentials() {
		return essentials;
	}

	/** Whether the bytes before the end are nothing but padding. */
	boolean endsInPadding(final int count) {
		if (count > end)
			return false;
		for (int i = end - count; i < end; i++)
			if (data[i] != data[end - 1])
				return false;
		return data[end - 1] == 0 || data[end - 1] == (byte) JpegSegments.MARKER;
	}
}
