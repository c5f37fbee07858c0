package org.drsformer.image.file.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Reads bytes from any place of a file, all that are asked for or none.
 *
 * @param order of the bytes of numbers
 */
public record FileBytes(FileChannel file, ByteOrder order) {

	/**
	 * Returns bytes, to be read from the first on.
	 *
	 * @param place of the first, from 0
	 * @throws EOFException if they are not all in the file; no memory is taken for them then
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

	public static EOFException missing() {
		return new EOFException("its end is missing");
	}
}
