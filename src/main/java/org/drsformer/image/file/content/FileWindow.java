package org.drsformer.image.file.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** A little of a file in memory, so that small things that lie close together are read at once; little-endian. */
public final class FileWindow {

	private static final int SIZE = 4096;

	private final FileChannel channel;
	private final ByteBuffer window = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
	private long start = -1;

	public FileWindow(final FileChannel channel) {
		this.channel = channel;
	}

	/** The number of 32 bits at a place. */
	public int word(final long position) throws IOException {
		load(position, Integer.BYTES);
		return window.getInt((int) (position - start));
	}

	/** Returns the number of 32 bits without a sign at a place. */
	public long number(final long position) throws IOException {
		return word(position) & 0xffffffffL;
	}

	/** @param count at most {@value #SIZE} */
	public ByteBuffer bytes(final long position, final int count) throws IOException {
		load(position, count);
		final byte[] bytes = new byte[count];
		window.get((int) (position - start), bytes);
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Behind the end of the file, bytes are 0. */
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
