package org.drsformer.image.file.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Reads bytes from any place in a file: all bytes that are asked for, or none.
 *
 * @param order of the bytes in numbers
 */
public record FileBytes(FileChannel file, ByteOrder order) {

	/**
	 * Reads bytes.
	 *
	 * @param place of the first byte, from 0
	 * @return the bytes, with the position at the first
	 * @throws EOFException if some of them are beyond the end of the file; then no memory is used for them
	 */
	public ByteBuffer read(final long place, final long count) throws IOException {
		final long size = file.size();
		if (place < 0 || count < 0 || place > size || count > size - place)
			throw missing();
		final ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(count)).order(order);
		while (buffer.hasRemaining())
			if (file.read(buffer, place + buffer.position()) < 0)
				throw missing();
		return buffer.flip();
	}

	/** Returns the failure for bytes beyond the end of a file. */
	public static EOFException missing() {
		return new EOFException("its end is missing");
	}
}
