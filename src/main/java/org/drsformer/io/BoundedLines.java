package org.drsformer.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the lines of a text file. Refuses lines that are too long to fit into memory. */
public final class BoundedLines {

	/** In bytes; enough for two paths and a sentence with both, even if every letter is escaped. */
	static final int LONGEST = 1 << 20;

	private static final int CHUNK = 1 << 16;

	private final Consumer<String> lines;
	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private BoundedLines(final Consumer<String> lines) {
		this.lines = lines;
	}

	/**
	 * Reads a file from its beginning.
	 *
	 * @param lines receives each line without its line break; a broken UTF-8 sequence becomes a replacement character
	 * @throws LongLineException if a line is longer than {@link #LONGEST}
	 */
	public static void read(final RandomAccessFile file, final Consumer<String> lines) throws IOException {
		new BoundedLines(lines).read(file);
	}

	/** Does the same as {@link #read(RandomAccessFile, Consumer)} for a stream. */
	public static void read(final InputStream in, final Consumer<String> lines) throws IOException {
		final BoundedLines split = new BoundedLines(lines);
		final byte[] chunk = new byte[CHUNK];
		for (int count = in.read(chunk); count >= 0; count = in.read(chunk))
			split.split(chunk, count);
		split.endLast();
	}

	private void read(final RandomAccessFile file) throws IOException {
		final byte[] chunk = new byte[CHUNK];
		file.seek(0);
		for (int count = file.read(chunk); count >= 0; count = file.read(chunk))
			split(chunk, count);
		endLast();
	}

	private void endLast() {
		if (line.size() > 0)
			end();
	}

	private void split(final byte[] bytes, final int count) throws IOException {
		int start = 0;
		for (int i = 0; i < count; i++)
			if (bytes[i] == '\n') {
				add(bytes, start, i);
				end();
				start = i + 1;
			}
		add(bytes, start, count);
	}

	private void add(final byte[] bytes, final int from, final int to) throws IOException {
		if (line.size() + to - from > LONGEST)
			throw new LongLineException(LONGEST);
		line.write(bytes, from, to - from);
	}

	private void end() {
		lines.accept(line.toString(StandardCharsets.UTF_8));
		line.reset();
	}
}
