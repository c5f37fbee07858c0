package org.drsformer.image.file.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Reads small numbers of a file through a window in memory, so that those close to each other are read at once;
 * little-endian.
 */
public final class FileWindow {

	private static final int SIZE = 4096;

	private final FileChannel channel;
	private final ByteBuffer window = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
	private long start = -1;

	/** Makes a window that is loaded at the first read. */
	public FileWindow(final FileChannel channel) {
		this.channel = channel;
	}

	/** Returns the number of 32 bits at a place. */
	public int word(final long position) throws IOException {
		load(position, Integer.BYTES);
		return window.getInt((int) (position - start));
	}

	/** Returns the number of 32 bits without a sign at a place. */
	public long number(final long position) throws IOException {
		return word(position) & 0xffffffffL;
	}

	/**
	 * Returns a copy of some bytes.
	 *
	 * @param count at most {@value #SIZE}
	 */
	public ByteBuffer bytes(final long position, final int count) throws IOException {
		load(position, count);
		final byte[] bytes = new byte[count];
		window.get((int) (position - start), bytes);
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Beyond the end of the file, all bytes are 0. */
	private void load(final long position, final int count) throws IOException {
		if (start >= 0 && position >= start && position + count <= start + SIZE)
			return;
		start = position;
		window.clear();
		while (window.hasRemaining() && channel.read(window, position + window.position()) >= 0)
			continue;
		while (window.hasRemaining())
			window.put((byte) 0);
	}
}
