package org.drsformer.checkpoint.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.drsformer.checkpoint.source.Extent;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * Finds the entries of a zip archive as PyTorch writes it: stored, not compressed, not encrypted, perhaps in the zip64
 * form. Inflates nothing, so that no archive can be a bomb. Checks every entry against its own header, and refuses
 * entries that share bytes. Java's own classes read only files, or refuse stored entries whose sizes follow the data,
 * which PyTorch writes.
 */
public final class ZipArchive {

	public static final int LOCAL_HEADER = 0x04034b50;
	/** Stands in a header for a number that is in a larger record of zip64. */
	static final long IN_ZIP64 = 0xffffffffL;

	private static final int CENTRAL_HEADER = 0x02014b50;
	private static final int LOCAL_SIZE = 30;
	private static final int CENTRAL_SIZE = 46;
	private static final int ENCRYPTED = 1;

	private final Source source;
	private final ZipEnd end;
	private final Map<String, Extent> entries = new LinkedHashMap<>();

	private ZipArchive(final Source source) throws IOException {
		this.source = source;
		end = ZipEnd.of(source);
	}

	/** Returns the place of the bytes of each entry, in the order of the archive's table of contents. */
	public static Map<String, Extent> of(final Source source) throws IOException {
		final ZipArchive archive = new ZipArchive(source);
		archive.readDirectory();
		archive.checkOverlaps();
		return archive.entries;
	}

	private void readDirectory() throws IOException {
		final ByteBuffer headers = source.bytes(end.directory(), end.size());
		for (long i = 0; i < end.count(); i++)
			readHeader(headers);
	}

	private void readHeader(final ByteBuffer headers) throws IOException {
		final int start = headers.position();
		if (headers.remaining() < CENTRAL_SIZE || headers.getInt(start) != CENTRAL_HEADER)
			throw damagedDirectory();
		final int nameLength = unsigned16(headers, start + 28);
		final int extraLength = unsigned16(headers, start + 30);
		final int extraStart = start + CENTRAL_SIZE + nameLength;
		final long next = (long) extraStart + extraLength + unsigned16(headers, start + 32);
		if (next > headers.limit())
			throw damagedDirectory();
		final ByteBuffer name = slice(headers, start + CENTRAL_SIZE, nameLength);
		final String text = StandardCharsets.UTF_8.decode(name.duplicate()).toString();
		final Zip64Field larger = new Zip64Field(slice(headers, extraStart, extraLength));
		if (entries.put(text, entry(slice(headers, start, CENTRAL_SIZE), larger, name, text)) != null)
			throw damagedDirectory();
		headers.position((int) next);
	}

	private Extent entry(final ByteBuffer header, final Zip64Field larger, final ByteBuffer name, final String text)
		throws IOException
	{
		final long length = larger.next(unsigned32(header, 24));
		final long stored = larger.next(unsigned32(header, 20));
		if (unsigned16(header, 10) != 0 || (unsigned16(header, 8) & ENCRYPTED) != 0 || stored != length)
			throw Refusal
				.foreign("its entry " + Refusal.quote(text) + " is compressed or encrypted, which PyTorch never does");
		final long start = dataStart(larger.next(unsigned32(header, 42)), name);
		if (start > end.directory() || length > end.directory() - start)
			throw damagedDirectory();
		return new Extent(start, length, OptionalLong.of(unsigned32(header, 16)));
	}

	/** Returns the end of the entry's own header, which must have the same name. */
	private long dataStart(final long position, final ByteBuffer name) throws IOException {
		final ByteBuffer local = source.bytes(position, (long) LOCAL_SIZE + name.limit());
		final int nameLength = unsigned16(local, 26);
		if (local.getInt(0) != LOCAL_HEADER || nameLength != name.limit()
			|| !slice(local, LOCAL_SIZE, nameLength).equals(name))
			throw damagedDirectory();
		return position + LOCAL_SIZE + nameLength + unsigned16(local, 28);
	}

	private void checkOverlaps() {
		final List<Extent> sorted = entries.values()
			.stream()
			.sorted(Comparator.comparingLong(Extent::position))
			.toList();
		for (int i = 1; i < sorted.size(); i++)
			if (sorted.get(i).position() < sorted.get(i - 1).end() + LOCAL_SIZE)
				throw damagedDirectory();
	}

	static Refusal damagedDirectory() {
		return Refusal.damaged("its table of contents does not fit its contents");
	}

	static ByteBuffer slice(final ByteBuffer bytes, final int position, final int length) {
		return bytes.slice(position, length).order(bytes.order());
	}

	static int unsigned16(final ByteBuffer bytes, final int position) {
		return Short.toUnsignedInt(bytes.getShort(position));
	}

	static long unsigned32(final ByteBuffer bytes, final int position) {
		return Integer.toUnsignedLong(bytes.getInt(position));
	}
}
