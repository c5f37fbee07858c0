package org.drsformer.derain;

import java.nio.file.Path;

/**
 * A file or folder that could not be derained.
 *
 * @param path as it was given, or found in a folder
 * @param sentence why, and what to do; names the file, and is one line whatever that is called
 */
public record FileFailure(Path path, String sentence) {

	/** Failures of the image itself do not know which file it came from. */
	static FileFailure of(final Path path, final String message) {
		return new FileFailure(path, oneLine(message.contains(path.toString()) ? message : path + ": " + message));
	}

	/** A text, such as the name of a file, with escapes for what would break the line or the terminal. */
	public static String oneLine(final String text) {
		final StringBuilder line = new StringBuilder();
		text.codePoints().forEach(c -> {
			if (Character.isISOControl(c))
				line.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\x%02x".formatted(c));
			else
				line.appendCodePoint(c);
		});
		return line.toString();
	}
}
