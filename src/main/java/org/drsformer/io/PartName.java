package org.drsformer.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of files while they are being written. A program that is killed leaves files with such names. */
public final class PartName {

	/** In bytes; what file systems allow. */
	private static final int LONGEST_NAME = 255;

	private static final int UUID_LENGTH = 36;

	private static final String ENDING = ".part";

	private static final int MOST_OF_NAME = LONGEST_NAME - 1 - 1 - UUID_LENGTH - ENDING.length();

	private static final Pattern PART = Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part",
		Pattern.DOTALL);

	private PartName() {
		// static functions only
	}

	/** Returns a new name in the folder of a file. */
	static Path of(final Path file) {
		return file.resolveSibling("." + shortened(file.getFileName().toString()) + "." + UUID.randomUUID() + ENDING);
	}

	/**
	 * Returns the name of the file that was to be written.
	 *
	 * @return the name, as {@link #shortened} returns it; empty if {@code part} is not a name that this class makes
	 */
	public static Optional<String> target(final Path part) {
		final Matcher matcher = PART.matcher(part.getFileName().toString());
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** Returns the beginning of a file name, as much as fits into the name of a part. */
	public static String shortened(final String name) {
		String start = name;
		while (start.getBytes(StandardCharsets.UTF_8).length > MOST_OF_NAME)
			start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
		return start;
	}
}
