package org.drsformer.checkpoint.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A checkpoint on disk. It is read rather than mapped: on Windows, a mapped file cannot be replaced until the garbage
 * collector frees it, and a mapped file that shrinks crashes the whole JVM.
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
