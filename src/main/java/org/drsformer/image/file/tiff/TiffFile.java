package org.drsformer.image.file.tiff;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

import org.drsformer.image.file.content.FileBytes;

/**
 * Finds the directories of a TIFF or BigTIFF file. A damaged file may claim anything: nothing is read twice or beyond
 * the end, and no more memory is used than the file is long.
 */
final class TiffFile implements Closeable {

	private static final int BIG = 43;
	private static final int CLASSIC_ENTRY_BYTES = 12;
	private static final int BIG_ENTRY_BYTES = 20;

	private final FileChannel file;
	private final long length;
	private final ByteOrder order;
	private final boolean big;

	/**
	 * Opens a file.
	 *
	 * @throws IOException that says what is wrong
	 */
	TiffFile(final Path path) throws IOException {
		file = FileChannel.open(path);
		try {
			length = file.size();
			final ByteBuffer mark = new FileBytes(file, ByteOrder.BIG_ENDIAN).read(0, 4);
			order = mark.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			big = mark.order(order).getShort(2) == BIG;
		}
		catch (final IOException failure) {
			file.close();
			throw failure;
		}
	}

	/** Returns whether places have 64 bits. */
	boolean isBig() {
		return big;
	}

	/** Returns the byte order of the numbers in the file. */
	ByteOrder order() {
		return order;
	}

	/** Returns the bytes of the file. */
	long length() {
		return length;
	}

	/** Returns the bytes of a place. */
	int offsetBytes() {
		return big ? Long.BYTES : Integer.BYTES;
	}

	/** Returns the bytes of an entry of a directory. */
	int entryBytes() {
		return big ? BIG_ENTRY_BYTES : CLASSIC_ENTRY_BYTES;
	}

	/**
	 * Returns the places of all directories.
	 *
	 * @throws IOException that says what is wrong, for example directories that form a circle or overlap
	 */
	long[] directories() throws IOException {
		final LongStream.Builder places = LongStream.builder();
		final Set<Long> seen = new HashSet<>();
		long bytes = 0;
		long place = offset(big ? 8 : 4);
		while (place != 0) {
			if (!seen.add(place))
				throw new IOException("its directories form a circle");
			places.add(place);
			final long content = entries(place) * entryBytes();
			bytes += content;
			if (bytes > length)
				throw new IOException("its directories overlap");
			place = offset(contentPlace(place) + content);
		}
		final long[] all = places.build().toArray();
		if (all.length == 0)
			throw new IOException("it has no image");
		return all;
	}

	/**
	 * Reads a directory.
	 *
	 * @param place of the directory in the file
	 */
	TiffDirectory directory(final long place) throws IOException {
		final long content = contentPlace(place);
		return new TiffDirectory(this, read(content, entries(place) * entryBytes()), content);
	}

	private long contentPlace(final long directory) {
		return directory + (big ? Long.BYTES : Short.BYTES);
	}

	private long entries(final long directory) throws IOException {
		if (!big)
			return read(directory, Short.BYTES).getShort() & 0xffff;
		final long entries = read(directory, Long.BYTES).getLong();
		if (entries < 0 || entries > length / BIG_ENTRY_BYTES)
			throw FileBytes.missing();
		return entries;
	}

	private long offset(final long place) throws IOException {
		return big ? read(place, Long.BYTES).getLong() : read(place, Integer.BYTES).getInt() & 0xffffffffL;
	}

	/**
	 * Reads bytes.
	 *
	 * @throws EOFException if some of them are beyond the end of the file
	 */
	ByteBuffer read(final long place, final long bytes) throws IOException {
		return new FileBytes(file, order).read(place, bytes);
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
