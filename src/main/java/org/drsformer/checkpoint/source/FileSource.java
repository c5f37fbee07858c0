package org.drsformer.checkpoint.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A checkpoint on disk. It is read rather than mapped: a mapped file cannot be replaced on Windows until the garbage
 * collector lets go of it, and one that shrinks takes the whole JVM down.
 */
record FileSource(FileChannel channel, long length) implements Source {

	FileSource(final FileChannel channel) throws IOException {
		this(channel, channel.size());
	}

	@Override
	public void fill(final long position, final ByteBuffer target) throws IOException {
		final int start = target.position();
		while (target.hasRemaining())
			if (channel.read(target, position + target.position() - start) < 0)
				throw Refusal.damaged("it became shorter while it was read");
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
