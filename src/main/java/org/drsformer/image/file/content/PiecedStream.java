package org.drsformer.image.file.content;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Joins parts of files and of memory to one stream, so that an image reader sees only the parts of a file that it
 * needs.
 */
public final class PiecedStream extends ImageInputStreamImpl {

	private static final int BUFFER_BYTES = 1 << 14;

	/** Bytes from a place in the stream on: those of the buffer if there is one, else those of the file. */
	private record Piece(long start, long length, ByteBuffer bytes, FileChannel file, long place) {

		int read(final long position, final ByteBuffer into) throws IOException {
			final long offset = position - start;
			into.limit((int) Math.min(into.capacity(), length - offset));
			if (bytes == null)
				return file.read(into, place + offset);
			into.put(bytes.slice((int) offset, into.limit()));
			return into.position();
		}
	}

	private final List<Piece> pieces = new ArrayList<>();
	private final List<Closeable> files = new ArrayList<>();
	private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
	private long total;
	private boolean trusted;

	/** The place in the stream where the buffer begins. */
	private long buffered;

	/** Opens a file for {@link #add(FileChannel, long, long)}; it is closed together with this stream. */
	public FileChannel open(final Path file) throws IOException {
		final FileChannel channel = FileChannel.open(file);
		files.add(channel);
		return channel;
	}

	/**
	 * Adds bytes.
	 *
	 * @return this
	 */
	public PiecedStream add(final byte... bytes) {
		return add(ByteBuffer.wrap(bytes));
	}

	/**
	 * Adds the remaining bytes of a buffer.
	 *
	 * @return this
	 */
	public PiecedStream add(final ByteBuffer bytes) {
		return add(new Piece(total, bytes.remaining(), bytes.slice(), null, 0));
	}

	/**
	 * Adds a part of a file that stays open until this stream is no longer read.
	 *
	 * @return this
	 */
	public PiecedStream add(final FileChannel file, final long place, final long length) {
		return add(new Piece(total, length, null, file, place));
	}

	private PiecedStream add(final Piece piece) {
		if (piece.length > 0)
			pieces.add(piece);
		total += piece.length;
		return this;
	}

	/**
	 * Makes this stream appear very long to readers that would otherwise refuse large images by its length.
	 *
	 * @return this
	 */
	public PiecedStream trusted() {
		trusted = true;
		return this;
	}

	@Override
	public long length() {
		return trusted ? Long.MAX_VALUE : total;
	}

	private boolean fill() throws IOException {
		if (streamPos >= buffered && streamPos < buffered + buffer.limit())
			return true;
		if (streamPos >= total)
			return false;
		buffered = streamPos;
		buffer.clear();
		final int count = piece(streamPos).read(streamPos, buffer);
		buffer.limit(Math.max(0, count));
		return count > 0;
	}

	private Piece piece(final long position) {
		int low = 0;
		int high = pieces.size() - 1;
		while (low < high) {
			final int middle = (low + high + 1) >>> 1;
			if (pieces.get(middle).start <= position)
				low = middle;
			else
				high = middle - 1;
		}
		return pieces.get(low);
	}

	@Override
	public int read() throws IOException {
		bitOffset = 0;
		return fill() ? buffer.get((int) (streamPos++ - buffered)) & 0xff : -1;
	}

	/**
	 * Reads across the borders of pieces: Java's readers of numbers take fewer bytes than they ask for as the end.
	 */
	@Override
	public int read(final byte[] bytes, final int from, final int count) throws IOException {
		bitOffset = 0;
		int done = 0;
		while (done < count && fill()) {
			final int at = (int) (streamPos - buffered);
			final int available = Math.min(count - done, buffer.limit() - at);
			buffer.get(at, bytes, from + done, available);
			streamPos += available;
			done += available;
		}
		return done == 0 && count > 0 ? -1 : done;
	}

	@Override
	public void close() throws IOException {
		super.close();
		for (final Closeable file : files)
			file.close();
	}
}
