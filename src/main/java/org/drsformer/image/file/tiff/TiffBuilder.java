package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Builds the directory of a TIFF or BigTIFF file with one page. */
final class TiffBuilder {

	/** The bytes of the header of BigTIFF. */
	static final int HEADER_BYTES = 16;

	private static final int CLASSIC_HEADER_BYTES = 8;
	private static final int VERSION = 42;

	private record Entry(int type, long count, ByteBuffer content) {}

	private final ByteOrder order;
	private final boolean big;
	private final Map<Integer, Entry> entries = new TreeMap<>();

	/**
	 * Starts an empty directory.
	 *
	 * @param big true for BigTIFF
	 */
	TiffBuilder(final ByteOrder order, final boolean big) {
		this.order = order;
		this.big = big;
	}

	/**
	 * Puts numbers of 32 bits, or of 64 bits in BigTIFF.
	 *
	 * @return this
	 */
	TiffBuilder put(final int tag, final long... numbers) {
		final ByteBuffer content = ByteBuffer.allocate(numbers.length * offsetBytes()).order(order);
		for (final long number : numbers)
			putOffset(content, number);
		entries.put(tag, new Entry(big ? TiffTag.LONG8 : TiffTag.LONG, numbers.length, content.flip()));
		return this;
	}

	/**
	 * Puts a number of 16 bits, which old readers need for some tags.
	 *
	 * @return this
	 */
	TiffBuilder putShort(final int tag, final int number) {
		final ByteBuffer content = ByteBuffer.allocate(Short.BYTES).order(order).putShort((short) number);
		entries.put(tag, new Entry(TiffTag.SHORT, 1, content.flip()));
		return this;
	}

	/**
	 * Copies a tag from a directory with the same byte order; does nothing if it does not have the tag.
	 *
	 * @return this
	 */
	TiffBuilder put(final int tag, final TiffDirectory from) throws IOException {
		if (!from.has(tag))
			return this;
		if (from.type(tag) == TiffTag.LONG8)
			return put(tag, from.numbers(tag));
		entries.put(tag, new Entry(from.type(tag), from.count(tag), from.content(tag)));
		return this;
	}

	private int offsetBytes() {
		return big ? Long.BYTES : Integer.BYTES;
	}

	private void putOffset(final ByteBuffer to, final long number) {
		if (big)
			to.putLong(number);
		else
			to.putInt((int) number);
	}

	/**
	 * Returns the header of the file.
	 *
	 * @param directory the place of the directory
	 */
	ByteBuffer header(final long directory) {
		final ByteBuffer header = ByteBuffer.allocate(big ? HEADER_BYTES : CLASSIC_HEADER_BYTES).order(order);
		header.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] { 'I', 'I' } : new byte[] { 'M', 'M' });
		header.putShort((short) (big ? VERSION + 1 : VERSION));
		if (big)
			header.putShort((short) Long.BYTES).putShort((short) 0);
		putOffset(header, directory);
		return header.flip();
	}

	/**
	 * Returns the directory.
	 *
	 * @param place of the directory in its file
	 */
	ByteBuffer directory(final long place) {
		final int countBytes = big ? Long.BYTES : Short.BYTES;
		final int end = countBytes + entries.size() * (4 + 2 * offsetBytes()) + offsetBytes();
		final int values = entries.values().stream().mapToInt(entry -> entry.content.remaining()).sum();
		final ByteBuffer directory = ByteBuffer.allocate(end + values).order(order);
		if (big)
			directory.putLong(entries.size());
		else
			directory.putShort((short) entries.size());
		final ByteBuffer content = directory.slice(end, values).order(order);
		entries.forEach((tag, entry) -> {
			directory.putShort((short) (int) tag).putShort((short) entry.type);
			putOffset(directory, entry.count);
			putValue(entry.content.duplicate(), directory, content, place + end);
		});
		return directory.clear();
	}

	/** Puts a value into its entry if it is small, else behind the directory. */
	private void putValue(final ByteBuffer value, final ByteBuffer directory, final ByteBuffer content,
		final long place)
	{
		final int length = value.remaining();
		if (length <= offsetBytes())
			directory.put(value).put(new byte[offsetBytes() - length]);
		else {
			putOffset(directory, place + content.position());
			content.put(value);
		}
	}

	/** Returns a whole file without pixels. */
	byte[] file() {
		final ByteBuffer header = header(big ? HEADER_BYTES : CLASSIC_HEADER_BYTES);
		final ByteBuffer directory = directory(header.limit());
		return ByteBuffer.allocate(header.limit() + directory.limit()).put(header).put(directory).array();
	}
}
