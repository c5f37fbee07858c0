package org.drsformer.checkpoint.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The bytes of a checkpoint, read at any position and in any order; every read is checked against the length. */
public interface Source extends Closeable {

	/** The most bytes that one table or pickle may take. In real checkpoints they take less than 1 MiB. */
	int LONGEST_PART = 16 << 20;

	/** How many bytes are hashed at once. */
	int CHUNK = 1 << 18;

	/** Returns the number of bytes. */
	long length();

	/** Fills {@code target} with the bytes from {@code position} on. The caller has checked that they exist. */
	void fill(long position, ByteBuffer target) throws IOException;

	/**
	 * Returns a copy of some bytes, in little endian. Refuses, before it takes memory, what the source does not hold.
	 */
	default ByteBuffer bytes(final long position, final long count) throws IOException {
		check(position, count);
		if (count > LONGEST_PART)
			throw Refusal.foreign("its description of the tensors takes " + (count >> 20) + " MiB");
		final ByteBuffer target = ByteBuffer.allocate((int) count).order(ByteOrder.LITTLE_ENDIAN);
		fill(position, target);
		return target.flip();
	}

	/** Refuses bytes that the source does not have. */
	default void check(final long position, final long count) {
		if (position < 0 || count < 0 || position > length() - count)
			throw Refusal.damaged("it ends before the data that it announces");
	}

	/** Gives all bytes to a digest. */
	default void digest(final MessageDigest digest) throws IOException {
		final ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(length(), CHUNK));
		for (long position = 0; position < length(); position += chunk.limit()) {
			fill(position, chunk.clear().limit((int) Math.min(CHUNK, length() - position)));
			digest.update(chunk.flip());
		}
	}

	/** Returns the bytes of a file, which stays open until the source is closed. */
	static Source of(final Path file) throws IOException {
		return new FileSource(FileChannel.open(file));
	}

	/** Returns bytes in memory, which are not copied. */
	static Source of(final byte[] bytes) {
		return new MemorySource(ByteBuffer.wrap(bytes));
	}
}
