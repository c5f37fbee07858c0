package org.drsformer.image.file.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of image files that are read; most are written, too. */
public enum ImageFormat {

	PNG(List.of("png"), "\u0089PNG\r\n\u001a\n"), //
	JPEG(List.of("jpg", "jpeg", "jpe", "jfif"), "\u00ff\u00d8\u00ff"), //
	/** Classic TIFF and BigTIFF. */
	TIFF(List.of("tif", "tiff"), "II*\0", "MM\0*", "II+\0", "MM\0+"), //
	BMP(List.of("bmp", "dib"), "BM"), //
	AVI(List.of("avi"), "RIFF....AVI "), //
	GIF(List.of("gif"), "GIF87a", "GIF89a"), //
	WEBP(List.of("webp"), "RIFF....WEBP"), //
	PNM(List.of("pgm", "ppm", "pbm", "pnm"), "P1", "P2", "P3", "P4", "P5", "P6");

	private static final int LONGEST_SIGNATURE = 12;

	/** Stands for any byte in a signature. */
	private static final char ANY = '.';

	private final List<String> endings;

	/** What the content may begin with; each character is a byte. */
	private final List<String> signatures;

	ImageFormat(final List<String> endings, final String... signatures) {
		this.endings = endings;
		this.signatures = List.of(signatures);
	}

	/** Returns the format that the ending of a file name stands for; null if it is none of these. */
	public static ImageFormat ofName(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		final String ending = name.substring(name.lastIndexOf('.') + 1);
		return Arrays.stream(values())
			.filter(format -> format.endings.contains(ending) && name.contains("."))
			.findAny()
			.orElse(null);
	}

	/** Returns the format of a file's content, whatever its name; null if it is none of these. */
	public static ImageFormat ofContent(final Path file) throws IOException {
		final String start;
		try (InputStream content = Files.newInputStream(file)) {
			start = new String(content.readNBytes(LONGEST_SIGNATURE), StandardCharsets.ISO_8859_1);
		}
		return Arrays.stream(values())
			.filter(format -> format.signatures.stream().anyMatch(signature -> begins(start, signature)))
			.filter(format -> format != PNM || isBlank(start))
			.findAny()
			.orElse(null);
	}

	private static boolean begins(final String start, final String signature) {
		if (start.length() < signature.length())
			return false;
		for (int i = 0; i < signature.length(); i++)
			if (signature.charAt(i) != ANY && signature.charAt(i) != start.charAt(i))
				return false;
		return true;
	}

	/** Two letters alone could be the beginning of a text. */
	private static boolean isBlank(final String start) {
		return start.length() > 2 && (Character.isWhitespace(start.charAt(2)) || start.charAt(2) == '#');
	}

	/** Returns whether files of this format are written, too. */
	public boolean isWritten() {
		return this != GIF && this != WEBP && this != PNM;
	}

	/** Returns whether writing an image in this format loses nothing that was read from it. */
	public boolean isKept() {
		return isWritten() && this != JPEG;
	}

	/** Returns whether files of this format hold many planes. */
	public boolean holdsStacks() {
		return this == TIFF || this == AVI;
	}
}
