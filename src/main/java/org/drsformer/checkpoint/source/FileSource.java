package org.drsformer.checkpoint.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CancellationException;

/**
 * A checkpoint on disk. It is read rather than mapped: on Windows, a mapped file cannot be replaced until the garbage
 * collector frees it, and a mapped file that shrinks crashes the whole JVM. Java closes the channel when the thread
 * that reads is interrupted, which cancels.
 */
record FileSource(FileChannel channel, long length) implements Source {

	FileSource(final FileChannel channel) throws IOException {
		this(channel, interruptible(channel::size));
	}

	/** What reads the channel. */
	@FunctionalInterface
	private interface Reading<T> {
		T run() throws IOException;
	}

	private static <T> T interruptible(final Reading<T> reading) throws IOException {
		try {
			return reading.run();
		}
		catch (final ClosedByInterruptException interrupted) {
			throw new CancellationException("interrupted");
		}
	}

	@Override
	public void fill(final long position, final ByteBuffer target) throws IOException {
		final int start = target.position();
		while (target.hasRemaining())
			if (interruptible(() -> channel.read(target, position + target.position() - start)) < 0)
				throw Refusal.damaged("it became shorter while it was read");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
