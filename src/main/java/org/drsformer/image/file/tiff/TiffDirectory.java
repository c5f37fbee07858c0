package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A directory of a TIFF file (TIFF 6.0, section 2): the tags of a page. Their values are read when they are asked for.
 */
final class TiffDirectory {

	/** The bytes of a value of each type, from type 0, which does not exist. */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8 };

	/** The types for counts and places: bytes, words and long words without a sign. */
	private static final Set<Integer> NUMBERS = Set.of(1, 3, 4, 13, 16, 18);

	/**
	 * A tag.
	 *
	 * @param place of the value in the file
	 */
	private record Entry(int type, long count, long place) {

		long bytes() {
			return count * valueBytes();
		}

		int valueBytes() {
			return TYPE_BYTES[type];
		}
	}

	private final TiffFile file;
	private final ByteBuffer own;
	private final long place;
	private final Map<Integer, Entry> entries = new TreeMap<>();

	/**
	 * Reads the tags.
	 *
	 * @param content the entries as they are in the file
	 * @param place of the content in the file
	 */
	TiffDirectory(final TiffFile file, final ByteBuffer content, final long place) throws IOException {
		this.file = file;
		this.own = content;
		this.place = place;
		final int entryBytes = file.entryBytes();
		for (int at = 0; at < content.limit(); at += entryBytes) {
			final int tag = content.getShort(at) & 0xffff;
			final int type = content.getShort(at + 2) & 0xffff;
			final long count = file.isBig() ? content.getLong(at + 4) : content.getInt(at + 4) & 0xffffffffL;
			// the first of two counts, as for libtiff
			entries.putIfAbsent(tag, entry(type, count, content, at + entryBytes - file.offsetBytes(), place));
		}
	}

	/**
	 * Returns an entry.
	 *
	 * @param at where the value is in the content, or its place if it is large
	 */
	private Entry entry(final int type, final long count, final ByteBuffer content, final int at, final long place) {
		final int bytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
		if (bytes == 0 || count < 0 || count > file.length())
			return new Entry(0, count, 0);
		if (count * bytes <= file.offsetBytes())
			return new Entry(type, count, place + at);
		return new Entry(type, count, file.isBig() ? content.getLong(at) : content.getInt(at) & 0xffffffffL);
	}

	/** Returns the byte order of the file. */
	ByteOrder order() {
		return file.order();
	}

	/** Returns whether the page has a tag. */
	boolean has(final int tag) {
		return entries.containsKey(tag);
	}

	/** Returns the bytes of the value of a tag; 0 if the tag is missing. */
	long bytes(final int tag) {
		return has(tag) ? entries.get(tag).bytes() : 0;
	}

	/** Returns the type of a tag's values; 0 if the tag is missing or its type does not exist. */
	int type(final int tag) {
		return has(tag) ? entries.get(tag).type : 0;
	}

	/** Returns the number of values of a tag; 0 if the tag is missing. */
	long count(final int tag) {
		return has(tag) ? entries.get(tag).count : 0;
	}

	/**
	 * Returns the content of a tag as it is in the file; empty if the tag is missing.
	 *
	 * @throws IOException that says what is wrong
	 */
	ByteBuffer content(final int tag) throws IOException {
		return content(tag, count(tag));
	}

	private ByteBuffer content(final int tag, final long values) throws IOException {
		if (!has(tag))
			return ByteBuffer.allocate(0);
		final Entry entry = entries.get(tag);
		if (entry.type == 0)
			throw new IOException("its tag " + tag + " has a type that does not exist");
		final long bytes = values * entry.valueBytes();
		final long at = entry.place - place;
		// small values are among the entries, which have been read
		if (at >= 0 && at + bytes <= own.limit())
			return own.slice((int) at, (int) bytes).order(order());
		return file.read(entry.place, bytes);
	}

	/**
	 * Returns the numbers of a tag; none if the tag is missing.
	 *
	 * @throws IOException that says what is wrong
	 */
	long[] numbers(final int tag) throws IOException {
		return numbers(tag, count(tag));
	}

	private long[] numbers(final int tag, final long values) throws IOException {
		final ByteBuffer content = content(tag, values);
		if (has(tag) && !NUMBERS.contains(type(tag)))
			throw new IOException("its tag " + tag + " has no whole numbers");
		final long[] numbers = new long[Math.toIntExact(values)];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = switch (entries.get(tag).valueBytes()) {
				case 1 -> content.get() & 0xff;
				case 2 -> content.getShort() & 0xffff;
				case 4 -> content.getInt() & 0xffffffffL;
				default -> content.getLong();
			};
		return numbers;
	}

	/**
	 * Returns the first number of a tag, or a default if the tag is missing. The other numbers are not read, since
	 * there may be very many.
	 */
	long number(final int tag, final long missing) throws IOException {
		final long[] numbers = numbers(tag, Math.min(1, count(tag)));
		return numbers.length == 0 ? missing : numbers[0];
	}

	/**
	 * Returns the number of a tag that must be equal for all samples, or a default if the tag is missing.
	 *
	 * @throws IOException if the numbers differ
	 */
	int same(final int tag, final int missing, final String name) throws IOException {
		final long[] numbers = numbers(tag);
		for (final long number : numbers)
			if (number != numbers[0])
				throw new IOException(name + " (tag " + tag + ") differs between its samples");
		return numbers.length == 0 ? missing : (int) Math.min(numbers[0], Integer.MAX_VALUE);
	}
}
