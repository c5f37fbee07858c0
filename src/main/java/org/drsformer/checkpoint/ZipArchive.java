package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The entries of a zip archive as PyTorch writes it: stored, not compressed, not encrypted. Nothing is inflated, so
 * no archive can be a bomb; every entry is checked against its own header, and no two may share bytes. Java's own
 * classes read files only, or refuse stored entries whose sizes follow the data, as PyTorch writes them.
 */
final class ZipArchive {

	static final int LOCAL_HEADER = 0x04034b50;
	private static final int CENTRAL_HEADER = 0x02014b50;
	private static final int END_HEADER = 0x06054b50;
	private static final int LOCAL_SIZE = 30;
	private static final int CENTRAL_SIZE = 46;
	private static final int END_SIZE = 22;
	private static final int LONGEST_COMMENT = 0xffff;
	private static final int ENCRYPTED = 1;
	private static final long IN_ZIP64 = 0xffffffffL;

	private final Source source;
	private final Map<String, Extent> entries = new LinkedHashMap<>();
	private long directory;

	private ZipArchive(final Source source) {
		this.source = source;
	}

	/** Where the bytes of each entry lie, in the order of the archive's directory. */
	static Map<String, Extent> of(final Source source) throws IOException {
		final ZipArchive archive = new ZipArchive(source);
		archive.readDirectory(archive.end());
		archive.checkOverlaps();
		return archive.entries;
	}

	/** The record at the end of the archive, which only a comment may follow. */
	private ByteBuffer end() throws IOException {
		final long start = Math.max(0, source.length() - END_SIZE - LONGEST_COMMENT);
		final ByteBuffer tail = source.bytes(start, source.length() - start);
		for (int i = tail.limit() - END_SIZE; i >= 0; i--)
			if (tail.getInt(i) == END_HEADER && i + END_SIZE + unsigned16(tail, i + 20) == tail.limit())
				return slice(tail, i, END_SIZE);
		throw Refusal.damaged("it is an archive without an end");
	}

	private void readDirectory(final ByteBuffer end) throws IOException {
		final int count = unsigned16(end, 10);
		final long size = unsigned32(end, 12);
		directory = unsigned32(end, 16);
		if (count == LONGEST_COMMENT || directory == IN_ZIP64)
			throw Refusal.foreign("it is far larger than any DRSformer");
		final ByteBuffer headers = source.bytes(directory, size);
		for (int i = 0; i < count; i++)
			readHeader(headers);
	}

	private void readHeader(final ByteBuffer headers) throws IOException {
		final int start = headers.position();
		if (headers.remaining() < CENTRAL_SIZE || headers.getInt(start) != CENTRAL_HEADER)
			throw damagedDirectory();
		final int nameLength = unsigned16(headers, start + 28);
		final long next = (long) start + CENTRAL_SIZE + nameLength + unsigned16(headers, start + 30) + unsigned16(headers, start + 32);
		if (next > headers.limit())
			throw damagedDirectory();
		final ByteBuffer name = slice(headers, start + CENTRAL_SIZE, nameLength);
		final String text = StandardCharsets.UTF_8.decode(name.duplicate()).toString();
		if (entries.put(text, entry(slice(headers, start, CENTRAL_SIZE), name, text)) != null)
			throw damagedDirectory();
		headers.position((int) next);
	}

	private Extent entry(final ByteBuffer header, final ByteBuffer name, final String text) throws IOException {
		final long length = unsigned32(header, 24);
		if (unsigned16(header, 10) != 0 || (unsigned16(header, 8) & ENCRYPTED) != 0 || unsigned32(header, 20) != length)
			throw Refusal.foreign("its entry " + Refusal.quote(text) + " is compressed or encrypted, which PyTorch never does");
		final Extent extent = new Extent(dataStart(unsigned32(header, 42), name), length, OptionalLong.of(unsigned32(header, 16)));
		if (extent.end() > directory)
			throw damagedDirectory();
		return extent;
	}

	/** Behind the entry's own header, which must have the same name. */
	private long dataStart(final long position, final ByteBuffer name) throws IOException {
		final ByteBuffer local = source.bytes(position, (long) LOCAL_SIZE + name.limit());
		final int nameLength = unsigned16(local, 26);
		if (local.getInt(0) != LOCAL_HEADER || nameLength != name.limit() || !slice(local, LOCAL_SIZE, nameLength).equals(name))
			throw damagedDirectory();
		return position + LOCAL_SIZE + nameLength + unsigned16(local, 28);
	}

	private void checkOverlaps() {
		final List<Extent> sorted = entries.values().stream().sorted(Comparator.comparingLong(Extent::position)).toList();
		for (int i = 1; i < sorted.size(); i++)
			if (sorted.get(i).position() < sorted.get(i - 1).end() + LOCAL_SIZE)
				throw damagedDirectory();
	}

	private static Refusal damagedDirectory() {
		return Refusal.damaged("its table of contents does not fit its contents");
	}

	private static ByteBuffer slice(final ByteBuffer bytes, final int position, final int length) {
		return bytes.slice(position, length).order(bytes.order());
	}

	private static int unsigned16(final ByteBuffer bytes, final int position) {
		return Short.toUnsignedInt(bytes.getShort(position));
	}

	private static long unsigned32(final ByteBuffer bytes, final int position) {
		return Integer.toUnsignedLong(bytes.getInt(position));
	}
}
