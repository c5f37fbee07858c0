package org.drsformer.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of files while they are being written: of a program that was killed they stay behind. */
public final class PartName {

	/** What file systems allow. */
	private static final int LONGEST_NAME = 255;

	private static final int UUID_LENGTH = 36;

	private static final String ENDING = ".part";

	private static final int MOST_OF_NAME = LONGEST_NAME - 1 - 1 - UUID_LENGTH - ENDING.length();

	private static final Pattern PART = Pattern.compile("\\.(.+)\\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part",
		Pattern.DOTALL);

	private PartName() {
		// static functions only
	}

	/** A new name next to a file. */
	static Path of(final Path file) {
		return file.resolveSibling("." + shortened(file.getFileName().toString()) + "." + UUID.randomUUID() + ENDING);
	}

	/**
	 * Which file was to be written.
	 *
	 * @return its name as {@link #shortened} has it; empty if this is no name of ours
	 */
	public static Optional<String> target(final Path part) {
		final Matcher matcher = PART.matcher(part.getFileName().toString());
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** As much of the beginning of a file name as fits into the name of a part. */
	public static String shortened(final String name) {
		String start = name;
		while (start.getBytes(StandardCharsets.UTF_8).length > MOST_OF_NAME)
			start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
		return start;
	}
}
