package org.drsformer.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks over the directories of a TIFF file (TIFF 6.0, section 2) to see that they come to an end and point into the file.
 * ImageJ does not look, and would run in circles or take as much memory as it is told.
 */
final class TiffDirectories {

	private static final int ENTRY_BYTES = 12;

	/** The bytes of a value of each type, from type 0, which there is not. */
	private static final int[] TYPE_BYTES = { 0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	/** ImageJ's own: the lengths of all its metadata. */
	private static final int METADATA_BYTE_COUNTS = 50838;

	private static final int ORIENTATION = 274;
	private static final int SHORT = 3;

	/** Where an entry has its value, if that is small. */
	private static final int VALUE = 8;

	private final SeekableByteChannel file;
	private final long length;
	private final ByteOrder order;
	private Orientation orientation = Orientation.UPRIGHT;

	private TiffDirectories(final SeekableByteChannel file) throws IOException {
		this.file = file;
		length = file.size();
		final ByteBuffer mark = ByteBuffer.allocate(2);
		file.read(mark);
		order = mark.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
	}

	/**
	 * @return how the image lies
	 * @throws IOException that says what is wrong, if something is
	 */
	static Orientation check(final Path path) throws IOException {
		try (SeekableByteChannel file = Files.newByteChannel(path)) {
			final TiffDirectories directories = new TiffDirectories(file);
			directories.check();
			return directories.orientation;
		}
	}

	private void check() throws IOException {
		final Set<Long> seen = new HashSet<>();
		long directory = number(4);
		while (directory != 0) {
			if (!seen.add(directory))
				throw new IOException("its directories run in a circle");
			final int entries = read(directory, 2).getShort() & 0xffff;
			final ByteBuffer content = read(directory + 2, entries * ENTRY_BYTES);
			for (int i = 0; i < entries; i++)
				checkEntry(content.slice(i * ENTRY_BYTES, ENTRY_BYTES).order(order));
			directory = number(directory + 2 + (long) entries * ENTRY_BYTES);
		}
	}

	private void checkEntry(final ByteBuffer entry) throws IOException {
		final int tag = entry.getShort() & 0xffff;
		final int type = entry.getShort() & 0xffff;
		final long count = entry.getInt() & 0xffffffffL;
		if (tag == ORIENTATION && type == SHORT)
			orientation = Orientation.of(entry.getShort(VALUE));
		final long place = entry.getInt() & 0xffffffffL;
		final long bytes = count * TYPE_BYTES[type < TYPE_BYTES.length ? type : 0];
		if (bytes > Integer.BYTES && place + bytes > length)
			throw new EOFException("it points beyond its end");
		if (tag == METADATA_BYTE_COUNTS)
			checkMetadata(count == 1 ? place : sum(place, count));
	}

	private void checkMetadata(final long bytes) throws IOException {
		if (bytes > length)
			throw new EOFException("its metadata would be longer than it is");
	}

	private long sum(final long place, final long count) throws IOException {
		final ByteBuffer numbers = read(place, count * Integer.BYTES);
		long sum = 0;
		while (numbers.hasRemaining())
			sum += numbers.getInt() & 0xffffffffL;
		return sum;
	}

	private long number(final long place) throws IOException {
		return read(place, Integer.BYTES).getInt() & 0xffffffffL;
	}

	private ByteBuffer read(final long place, final long bytes) throws IOException {
		if (place + bytes > length)
			throw new EOFException("its end is missing");
		final ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes)).order(order);
		file.position(place);
		while (buffer.hasRemaining())
			if (file.read(buffer) < 0)
				throw new EOFException("its end is missing");
		return buffer.flip();
	}
}
