package org.drsformer.image.file.avi;

import static org.drsformer.image.file.avi.AviFormat.letters;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.FileWindow;

/**
 * What the headers of an AVI file say, and where the frames of its first video stream are: found in the file itself and
 * not by its indices, of which there are several kinds, or none.
 */
final class AviFile {

	/** Where the content of a frame is; of 0 bytes if the frame is the same as before. */
	record Chunk(long position, int bytes) {}

	private static final int RIFF = letters("RIFF");
	private static final int LIST = letters("LIST");
	private static final int BYTE = 0xff;
	private static final int PREFIX = 0xffff;
	private static final int HEAD = 8;
	private static final int LIST_HEAD = 12;

	/** Chunks, most of which are frames: a day of video. More are damage, such as a file of nothing but empty ones. */
	private static final int MOST_CHUNKS = 2_000_000;

	private static final long FOUR_GIB = 1L << 32;

	private final Path file;
	private final FileWindow window;
	private final long length;

	private final List<Chunk> frames = new ArrayList<>();
	private long microseconds;
	private AviFormat format;
	private double streamRate;
	private int streams;
	private int videos;
	private int sounds;
	private int chunks;

	/** What the chunks of the first video stream begin with, such as {@code 00}. */
	private int prefix;

	private AviFile(final Path file, final FileChannel channel) throws IOException {
		this.file = file;
		window = new FileWindow(channel);
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
			final int name = next(position);
			if (!isName(name))
				return;
			final long bytes = number(position + 4);
			if (name == RIFF || name == LIST)
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
		final int type = window.word(position + HEAD);
		if (type == letters("movi"))
			return readFrames(position + LIST_HEAD, position + HEAD + bytes);
		if (type == letters("strl"))
			streams++;
		return type == letters("INFO") ? position + HEAD + bytes + bytes % 2 : position + LIST_HEAD;
	}

	private void readHeader(final int name, final long position, final long bytes) throws IOException {
		if (name == letters("avih") && bytes >= 4)
			microseconds = number(position);
		else if (name == letters("strh") && bytes >= 28)
			readStream(position);
		else if (name == letters("strf") && bytes >= AviFormat.BYTES && videos > 0 && format == null)
			format = AviFormat.of(window.bytes(position, (int) Math.min(bytes, AviFormat.MOST_BYTES)), file);
	}

	private void readStream(final long position) throws IOException {
		final int kind = window.word(position);
		if (kind == letters("auds"))
			sounds++;
		if (kind != letters("vids") || videos++ > 0)
			return;
		prefix = letters(String.format(Locale.ROOT, "%02d\0\0", (streams - 1) % 100));
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
			final int name = next(position);
			if (!isName(name))
				break;
			final long bytes = number(position + 4);
			final long next = position + HEAD + bytes + bytes % 2;
			// old files that are larger than their numbers
			if (next > end + 1 && length > FOUR_GIB)
				end = length;
			if (name == LIST)
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

	private void addFrame(final int name, final long position, final long bytes) {
		if (videos == 0 || (name & PREFIX) != prefix)
			return;
		final int kind = name & ~PREFIX;
		if (kind == letters("\0\0pc"))
			throw new DrsformerException(
				"The video " + file + " changes its palette, which is not supported; convert it to one in RGB.");
		if ((kind == letters("\0\0db") || kind == letters("\0\0dc")) && bytes <= Integer.MAX_VALUE)
			frames.add(new Chunk(position + HEAD, (int) bytes));
	}

	/** The name of the next chunk, if there is one. */
	private int next(final long position) throws IOException {
		if (++chunks > MOST_CHUNKS)
			throw new DrsformerException(
				"The video " + file + " is damaged: it has more than " + MOST_CHUNKS + " chunks.");
		return window.word(position);
	}

	/** Not so where something else is, such as zeros at the end. */
	private static boolean isName(final int word) {
		for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE)
			if ((word >> shift & BYTE) < ' ' || (word >> shift & BYTE) > '~')
				return false;
		return true;
	}

	private long number(final long position) throws IOException {
		return window.word(position) & 0xffffffffL;
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
		return streamRate > 0 && microseconds > 0
			&& Math.abs(1e6 / streamRate - microseconds) > Math.max(1, microseconds * 0.01);
	}

	/** What results do not have, in a sentence; null if they have all. */
	String leftOut() {
		final String others = videos == 1 ? null : "all but the first of the " + videos + " videos in it";
		final String sound = sounds == 0 ? null : "the sound";
		if (others == null && sound == null)
			return null;
		return "Of the video " + file + ", " +
			(others == null ? sound : sound == null ? others : sound + " and " + others) +
			(others == null ? " is" : " are") + " left out.";
	}
}
