package org.drsformer.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;

/**
 * What the headers of an AVI file say, and where the frames of its first video stream are: found in the file itself and
 * not by its indices, of which there are several kinds, or none.
 */
final class AviFile {

	/** Where the content of a frame is; of 0 bytes if the frame is the same as before. */
	record Chunk(long position, int bytes) {}

	private static final int HEAD = 8;
	private static final int LIST_HEAD = 12;

	/** What is read at once, in which the heads of small frames lie close together. */
	private static final int WINDOW = 4096;

	private static final long FOUR_GIB = 1L << 32;

	private final Path file;
	private final FileChannel channel;
	private final long length;
	private final ByteBuffer window = ByteBuffer.allocate(WINDOW).order(ByteOrder.LITTLE_ENDIAN);
	private long windowStart = -1;

	private final List<Chunk> frames = new ArrayList<>();
	private long microseconds;
	private AviFormat format;
	private double streamRate;
	private int streams;
	private int videos;
	private int sounds;

	/** Of the chunks of the first video stream, such as {@code 00}. */
	private String prefix;

	private AviFile(final Path file, final FileChannel channel) throws IOException {
		this.file = file;
		this.channel = channel;
		length = channel.size();
	}

	/** @throws DrsformerException if the file has no end, or its palette changes */
	static AviFile read(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final AviFile avi = new AviFile(file, channel);
			avi.readLists(0, avi.length);
			return avi;
		}
	}

	/** All chunks of the file and of the lists in it, in their order. */
	private void readLists(final long start, final long end) throws IOException {
		long position = start;
		while (position + HEAD <= end) {
			final String name = name(position);
			final long bytes = number(position + 4);
			if (name.equals("RIFF") || name.equals("LIST"))
				position = readList(position, bytes);
			else {
				readHeader(name, position + HEAD, bytes);
				position += HEAD + bytes + bytes % 2;
			}
		}
	}

	/** Steps over a list, or into it. */
	private long readList(final long position, final long bytes) throws IOException {
		if (position + LIST_HEAD > length)
			return length;
		final String type = name(position + HEAD);
		if (type.equals("movi"))
			return readFrames(position + LIST_HEAD, position + HEAD + bytes);
		if (type.equals("strl"))
			streams++;
		return type.equals("INFO") ? position + HEAD + bytes + bytes % 2 : position + LIST_HEAD;
	}

	private void readHeader(final String name, final long position, final long bytes) throws IOException {
		if (name.equals("avih") && bytes >= 4)
			microseconds = number(position);
		else if (name.equals("strh") && bytes >= 28)
			readStream(position);
		else if (name.equals("strf") && bytes >= AviFormat.BYTES && prefix != null && format == null)
			format = AviFormat.of(bytes(position, (int) Math.min(bytes, AviFormat.MOST_BYTES)), file);
	}

	private void readStream(final long position) throws IOException {
		final String kind = name(position);
		if (kind.equals("auds"))
			sounds++;
		if (!kind.equals("vids") || videos++ > 0)
			return;
		prefix = String.format(Locale.ROOT, "%02d", streams - 1);
		final long scale = number(position + 20);
		final long rate = number(position + 24);
		if (scale > 0 && rate > 0)
			streamRate = (double) rate / scale;
	}

	/** @return where the list ends */
	private long readFrames(final long start, final long claimedEnd) throws IOException {
		long end = claimedEnd;
		long position = start;
		while (position + HEAD <= Math.min(end, length)) {
			final String name = name(position);
			final long bytes = number(position + 4);
			final long next = position + HEAD + bytes + bytes % 2;
			// old files that are larger than their numbers
			if (next > end + 1 && length > FOUR_GIB)
				end = length;
			if (name.equals("LIST"))
				position += LIST_HEAD;
			else {
				addFrame(name, position, bytes);
				position = next;
			}
		}
		if (Math.max(position, end) > length + 1)
			throw new DrsformerException("The video " + file + " is damaged: its end is missing.");
		return end + end % 2;
	}

	private void addFrame(final String name, final long position, final long bytes) {
		if (prefix == null || !name.startsWith(prefix))
			return;
		if (name.endsWith("pc"))
			throw new DrsformerException("The video " + file +
				" changes its palette, which is not supported; convert it to one in RGB.");
		if ((name.endsWith("db") || name.endsWith("dc")) && bytes <= Integer.MAX_VALUE)
			frames.add(new Chunk(position + HEAD, (int) bytes));
	}

	private String name(final long position) throws IOException {
		return new String(bytes(position, 4).array(), StandardCharsets.ISO_8859_1);
	}

	private long number(final long position) throws IOException {
		return bytes(position, 4).getInt() & 0xffffffffL;
	}

	/** As many as there are; the rest is 0. */
	private ByteBuffer bytes(final long position, final int count) throws IOException {
		if (windowStart < 0 || position < windowStart || position + count > windowStart + WINDOW) {
			windowStart = position;
			window.clear();
			while (window.hasRemaining() && channel.read(window, position + window.position()) >= 0)
				continue;
			while (window.hasRemaining())
				window.put((byte) 0);
		}
		final byte[] bytes = new byte[count];
		window.get((int) (position - windowStart), bytes);
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Null if there is no video stream. */
	AviFormat format() {
		return format;
	}

	List<Chunk> frames() {
		return frames;
	}

	/** Of the video stream, or where that does not tell of the main header; 0 if neither does. */
	double framesPerSecond() {
		return streamRate > 0 ? streamRate : mainRate();
	}

	private double mainRate() {
		return microseconds > 0 ? 1e6 / microseconds : 0;
	}

	/** Whether the two headers do not mean the same rate, but for what rounding does. */
	boolean isContradictory() {
		return streamRate > 0 && microseconds > 0 && Math.abs(1e6 / streamRate - microseconds) > Math.max(1, microseconds *
			0.01);
	}

	/** What results do not have, in a sentence; null if they have all. */
	String leftOut() {
		final String others = videos == 1 ? null : "all but the first of the " + videos + " videos in it";
		final String sound = sounds == 0 ? null : "the sound";
		if (others == null && sound == null)
			return null;
		return "Of the video " + file + ", " + (others == null ? sound : sound == null ? others : sound + " and " + others) +
			(others == null ? " is" : " are") + " left out.";
	}
}
