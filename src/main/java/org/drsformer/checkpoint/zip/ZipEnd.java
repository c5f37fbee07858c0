package org.drsformer.checkpoint.zip;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * The record at the end of an archive, which tells where the table of contents lies. Numbers that do not fit into this
 * record are in a zip64 record in front of it.
 *
 * @param count the number of entries
 * @param size the size of the table of contents, in bytes
 * @param directory where the table of contents begins
 */
record ZipEnd(long count, long size, long directory) {

	private static final int HEADER = 0x06054b50;
	private static final int SIZE = 22;
	private static final int LONGEST_COMMENT = 0xffff;
	private static final int LOCATOR = 0x07064b50;
	private static final int LOCATOR_SIZE = 20;
	private static final int HEADER64 = 0x06064b50;
	private static final int SIZE64 = 56;
	private static final int MOST_COUNT = 0xffff;

	/** Returns the record of an archive, which only a comment may follow. */
	static ZipEnd of(final Source source) throws IOException {
		final long start = Math.max(0, source.length() - SIZE - LONGEST_COMMENT - LOCATOR_SIZE);
		final ByteBuffer tail = source.bytes(start, source.length() - start);
		for (int i = tail.limit() - SIZE; i >= 0; i--)
			if (tail.getInt(i) == HEADER && i + SIZE + ZipArchive.unsigned16(tail, i + 20) == tail.limit())
				return read(tail, i, source);
		throw Refusal.damaged("it is an archive without an end");
	}

	private static ZipEnd read(final ByteBuffer tail, final int start, final Source source) throws IOException {
		final ZipEnd end = new ZipEnd(ZipArchive.unsigned16(tail, start + 10), ZipArchive.unsigned32(tail, start + 12),
			ZipArchive.unsigned32(tail, start + 16));
		final int locator = start - LOCATOR_SIZE;
		if (locator < 0 || tail.getInt(locator) != LOCATOR)
			return end;
		return end.or(source.bytes(tail.getLong(locator + 8), SIZE64));
	}

	/** Returns this record with the numbers of the larger record where they do not fit into this one. */
	private ZipEnd or(final ByteBuffer larger) {
		if (larger.getInt(0) != HEADER64)
			throw ZipArchive.damagedDirectory();
		return new ZipEnd(count == MOST_COUNT ? larger.getLong(32) : count,
			size == ZipArchive.IN_ZIP64 ? larger.getLong(40) : size,
			directory == ZipArchive.IN_ZIP64 ? larger.getLong(48) : directory);
	}
}
