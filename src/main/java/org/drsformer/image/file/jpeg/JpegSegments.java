package org.drsformer.image.file.jpeg;

import java.io.IOException;

import org.drsformer.image.file.content.FileBytes;

/** Walks over the segments of a JPEG stream (ITU-T T.81, annex B) without decoding. */
final class JpegSegments {

	/** What a segment begins with, before the byte that tells its kind. */
	static final int MARKER = 0xff;

	/** The kind of a segment that is followed by entropy-coded data. */
	static final int SCAN = 0xda;

	private static final int START = 0xd8;
	private static final int END = 0xd9;
	private static final int FIRST_RESTART = 0xd0;
	private static final int TEMPORARY = 0x01;

	/** Takes a segment. */
	interface Visitor {

		/**
		 * Looks at a segment.
		 *
		 * @param marker the byte that tells its kind
		 * @param from where its content begins
		 * @param to where its content ends
		 * @param next where the next segment begins: behind the entropy-coded data of a scan
		 */
		void look(int marker, int from, int to, int next) throws IOException;
	}

	private final byte[] data;
	private final Visitor visitor;
	private int end;

	private JpegSegments(final byte[] data, final Visitor visitor) {
		this.data = data;
		this.visitor = visitor;
	}

	/**
	 * Shows every segment to a visitor, in the order of the stream.
	 *
	 * @return where the end marker is; the length of the data if there is none
	 * @throws IOException that says what is wrong
	 */
	static int walk(final byte[] data, final Visitor visitor) throws IOException {
		if (data.length < 2 || (data[0] & 0xff) != MARKER || (data[1] & 0xff) != START)
			throw new IOException("it does not begin like JPEG");
		final JpegSegments segments = new JpegSegments(data, visitor);
		int at = 2;
		while (at >= 0)
			at = segments.step(at);
		return segments.end;
	}

	/** Shows one segment and returns the place of the next; -1 after the last. */
	private int step(final int place) throws IOException {
		int at = place;
		while (at < data.length && (data[at] & 0xff) != MARKER)
			at++;
		while (at < data.length && (data[at] & 0xff) == MARKER)
			at++;
		if (at >= data.length)
			return finish(data.length);
		final int marker = data[at++] & 0xff;
		if (marker == END)
			return finish(at - 2);
		if (marker == 0 || marker == TEMPORARY || marker >= FIRST_RESTART && marker <= START)
			return at;
		if (at + 2 > data.length)
			return finish(data.length);
		final int length = (data[at] & 0xff) << 8 | data[at + 1] & 0xff;
		if (length < 2 || at + length > data.length)
			throw FileBytes.missing();
		final int next = marker == SCAN ? scanEnd(at + length) : at + length;
		visitor.look(marker, at + 2, at + length, next);
		return next;
	}

	private int finish(final int place) {
		end = place;
		return -1;
	}

	/** The entropy-coded data end with a marker that is none of restart. */
	private int scanEnd(final int begin) {
		int at = begin;
		while (at + 1 < data.length) {
			final int next = data[at + 1] & 0xff;
			if (data[at] == (byte) MARKER && next != 0 && next != MARKER && (next < FIRST_RESTART || next >= START))
				return at;
			at++;
		}
		return data.length;
	}
}
