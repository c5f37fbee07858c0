package org.drsformer.spark.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

import org.apache.hadoop.fs.FSDataInputStream;

/** Reads a file of Hadoop. */
final class ReadChannel implements SeekableByteChannel {

	private static final int CHUNK = 1 << 16;

	private final FSDataInputStream in;
	private final long size;
	private final byte[] chunk = new byte[CHUNK];
	private boolean open = true;

	ReadChannel(final FSDataInputStream in, final long size) {
		this.in = in;
		this.size = size;
	}

	@Override
	public int read(final ByteBuffer target) throws IOException {
		if (!open)
			throw new ClosedChannelException();
		final int count = in.read(chunk, 0, Math.min(chunk.length, target.remaining()));
		if (count > 0)
			target.put(chunk, 0, count);
		return count;
	}

	@Override
	public int write(final ByteBuffer source) {
		throw new NonWritableChannelException();
	}

	@Override
	public long position() throws IOException {
		return in.getPos();
	}

	@Override
	public SeekableByteChannel position(final long place) throws IOException {
		in.seek(place);
		return this;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public SeekableByteChannel truncate(final long length) {
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return open;
	}

	@Override
	public void close() throws IOException {
		open = false;
		in.close();
	}
}
