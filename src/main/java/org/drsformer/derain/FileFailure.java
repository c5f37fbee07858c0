package org.drsformer.derain;

import java.nio.file.Path;

/**
 * A file or folder that could not be derained.
 *
 * @param path as it was given, or found in a folder
 * @param sentence why, and what to do; names the file
 */
public record FileFailure(Path path, String sentence) {

	/** Failures of the image itself do not know which file it came from. */
	static FileFailure of(final Path path, final String message) {
		return new FileFailure(path, message.contains(path.toString()) ? message : path + ": " + message);
	}
}
