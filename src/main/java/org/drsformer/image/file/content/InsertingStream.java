package org.drsformer.image.file.content;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Inserts bytes at one place of a file while the file is written from the beginning to the end. */
public final class InsertingStream extends FilterOutputStream {

	private final byte[] inserted;
	private int before;
	private boolean done;

	/**
	 * Wraps a stream.
	 *
	 * @param place how many bytes come before the inserted ones
	 */
	public InsertingStream(final OutputStream out, final int place, final byte[] inserted) {
		super(out);
		this.inserted = inserted;
		before = place;
	}

	@Override
	public void write(final int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(final byte[] bytes, final int from, final int count) throws IOException {
		final int first = done ? count : Math.min(before, count);
		out.write(bytes, from, first);
		if (count > first) {
			out.write(inserted);
			done = true;
		}
		before -= done ? 0 : first;
		out.write(bytes, from + first, count - first);
	}
}
