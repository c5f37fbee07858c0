package org.drsformer.image.file.avi;

import static org.drsformer.image.file.avi.AviFormat.letters;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.FileWindow;

/**
 * The headers of an AVI file and the places of the frames of its first video stream. They are found by reading the file
 * itself and not its indices, of which there are several kinds or none.
 */
final class AviFile {

	/** Where the content of a frame is; 0 bytes if the frame is the same as the one before. */
	record Chunk(long position, int bytes) {}

	private static final int RIFF = letters("RIFF");
	private static final int LIST = letters("LIST");
	private static final int BYTE = 0xff;
	private static final int HEAD = 8;
	private static final int LIST_HEAD = 12;

	/**
	 * The most chunks in a file; most chunks are frames, so this is a day of video. A file with more is damaged, for
	 * example full of empty chunks.
	 */
	private static final int MOST_CHUNKS = 2_000_000;

	private static final long FOUR_GIB = 1L << 32;

	private final Path file;
	private final FileWindow window;
	private final long length;

	private final List<Chunk> frames = new ArrayList<>();
	private final AviHeaders headers;
	private int chunks;

	private AviFile(final Path file, final FileChannel channel) throws IOException {
		this.file = file;
		window = new FileWindow(channel);
		length = channel.size();
		headers = new AviHeaders(file, window);
	}

	/**
	 * Reads the headers and finds the frames.
	 *
	 * @throws DrsformerException if the end of the file is missing, or its palette changes
	 */
	static AviFile read(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			final AviFile avi = new AviFile(file, channel);
			avi.readLists(0, avi.length);
			return avi;
		}
	}

	/** Reads all chunks between two places, and those of the lists in them, in their order. */
	private void readLists(final long start, final long end) throws IOException {
		long position = start;
		while (position + HEAD <= end) {
			final int name = next(position);
			if (!isName(name))
				return;
			final long bytes = window.number(position + 4);
			if (name == RIFF || name == LIST)
				position = readList(position, bytes);
			else {
				headers.read(name, position + HEAD, bytes);
				position += HEAD + bytes + bytes % 2;
			}
		}
	}

	/**
	 * Enters a list or skips it.
	 *
	 * @return the place where reading goes on
	 */
	private long readList(final long position, final long bytes) throws IOException {
		if (position + LIST_HEAD > length)
			return length;
		final int type = window.word(position + HEAD);
		if (type == letters("movi"))
			return readFrames(position + LIST_HEAD, position + HEAD + bytes);
		if (type == letters("strl"))
			headers.beginStream();
		return type == letters("INFO") ? position + HEAD + bytes + bytes % 2 : position + LIST_HEAD;
	}

	/**
	 * Collects the frames of a list.
	 *
	 * @return the place where the list ends
	 */
	private long readFrames(final long start, final long claimedEnd) throws IOException {
		long end = claimedEnd;
		long position = start;
		while (position + HEAD <= Math.min(end, length)) {
			final int name = next(position);
			if (!isName(name))
				break;
			final long bytes = window.number(position + 4);
			final long next = position + HEAD + bytes + bytes % 2;
			// old files that are larger than their 32-bit numbers can express
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
		if (!headers.isOfVideo(name))
			return;
		final int kind = name & ~AviHeaders.PREFIX;
		if (kind == letters("\0\0pc"))
			throw new DrsformerException(
				"The video " + file + " changes its palette, which is not supported; convert it to RGB.");
		if ((kind == letters("\0\0db") || kind == letters("\0\0dc")) && bytes <= Integer.MAX_VALUE)
			frames.add(new Chunk(position + HEAD, (int) bytes));
	}

	/** Returns the name of the next chunk. */
	private int next(final long position) throws IOException {
		if (++chunks > MOST_CHUNKS)
			throw new DrsformerException(
				"The video " + file + " is damaged: it has more than " + MOST_CHUNKS + " chunks.");
		return window.word(position);
	}

	/** Returns whether a word is the name of a chunk; other bytes, such as zeros at the end, are not. */
	private static boolean isName(final int word) {
		for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE)
			if ((word >> shift & BYTE) < ' ' || (word >> shift & BYTE) > '~')
				return false;
		return true;
	}

	/** Returns what the headers of the file say. */
	AviHeaders headers() {
		return headers;
	}

	/** Returns where the frames of the first video stream are, in their order. */
	List<Chunk> frames() {
		return frames;
	}
}
