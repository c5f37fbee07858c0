package org.drsformer.image.file.avi;

import static org.drsformer.image.file.avi.AviFormat.letters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.FileWindow;

/** The headers of an AVI file, of which those of the first video stream count. */
final class AviHeaders {

	/** The bits of a chunk's name that tell its stream. */
	static final int PREFIX = 0xffff;

	private final Path file;
	private final FileWindow window;

	private long microseconds;
	private AviFormat format;
	private double streamRate;
	private int streams;
	private int videos;
	private int sounds;

	/** What the names of the chunks of the first video stream begin with, such as {@code 00}. */
	private int prefix;

	AviHeaders(final Path file, final FileWindow window) {
		this.file = file;
		this.window = window;
	}

	/** Counts a stream, whose headers come next. */
	void beginStream() {
		streams++;
	}

	/**
	 * Reads a header; ignores any other chunk.
	 *
	 * @param position where its content begins
	 * @param bytes of its content
	 * @throws DrsformerException if the size of the frames is impossible
	 */
	void read(final int name, final long position, final long bytes) throws IOException {
		if (name == letters("avih") && bytes >= 4)
			microseconds = window.number(position);
		else if (name == letters("strh") && bytes >= 28)
			readStream(position);
		else if (name == letters("strf") && bytes >= AviFormat.BYTES && videos > 0 && format == null)
			format = AviFormat.of(window.bytes(position, (int) Math.min(bytes, AviFormat.MOST_BYTES)), file);
	}

	private void readStream(final long position) throws IOException {
		final int kind = window.word(position);
		if (kind == letters("auds"))
			sounds++;
		if (kind != letters("vids") || videos++ > 0)
			return;
		prefix = letters(String.format(Locale.ROOT, "%02d\0\0", (streams - 1) % 100));
		final long scale = window.number(position + 20);
		final long rate = window.number(position + 24);
		if (scale > 0 && rate > 0)
			streamRate = (double) rate / scale;
	}

	/** Returns whether a chunk of this name belongs to the first video stream. */
	boolean isOfVideo(final int name) {
		return videos > 0 && (name & PREFIX) == prefix;
	}

	/** Returns how the frames are stored; null if there is no video stream. */
	AviFormat format() {
		return format;
	}

	/** Returns the rate of the video stream, or that of the main header if the stream has none; 0 if neither has. */
	double framesPerSecond() {
		return streamRate > 0 ? streamRate : mainRate();
	}

	private double mainRate() {
		return microseconds > 0 ? 1e6 / microseconds : 0;
	}

	/** Returns whether the two headers differ in their rate by more than rounding explains. */
	boolean isContradictory() {
		return streamRate > 0 && microseconds > 0
			&& Math.abs(1e6 / streamRate - microseconds) > Math.max(1, microseconds * 0.01);
	}

	/** Returns a sentence on what results will not have, such as the sound; null if they have everything. */
	String leftOut() {
		final String others = videos == 1 ? null : "all but the first of the " + videos + " videos in it";
		final String sound = sounds == 0 ? null : "the sound";
		if (others == null && sound == null)
			return null;
		return "Of the video " + file + ", " +
			(others == null ? sound : sound == null ? others : sound + " and " + others) +
			(others == null ? " is" : " are") + " left out.";
	}
}
