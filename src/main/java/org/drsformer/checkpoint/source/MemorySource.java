package org.drsformer.checkpoint.source;

import java.nio.ByteBuffer;

/** A checkpoint in memory: the one that comes with this software, or one under test. */
record MemorySource(ByteBuffer bytes) implements Source {

	@Override
	public long length() {
		return bytes.capacity();
	}

	@Override
	public void fill(final long position, final ByteBuffer target) {
		final int count = target.remaining();
		target.put(bytes.slice((int) position, count));
	}

	@Override
	public void close() {}
}
