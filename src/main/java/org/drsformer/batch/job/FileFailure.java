package org.drsformer.batch.job;

import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.SmallHeap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file or folder that could not be derained.
 *
 * @param path the path that was given, or found in a folder
 * @param sentence says why and what to do; names the file, and is always one line
 */
public record FileFailure(Path path, String sentence) {

	private static final Logger LOG = LoggerFactory.getLogger(FileFailure.class);

	/** Returns a failure whose sentence names the file, even if the message does not. */
	public static FileFailure of(final Path path, final String message) {
		final String name = OneLine.of(path.toString());
		final String line = OneLine.of(message);
		return new FileFailure(path, line.contains(name) ? line : name + ": " + line);
	}

	/**
	 * Returns the failure to show to the user. An unexpected failure is logged, and the sentence asks to report it; it
	 * does not stop the run either.
	 */
	public static FileFailure of(final Path path, final Throwable failure) {
		if (failure instanceof DrsformerException)
			return of(path, failure.getMessage());
		if (SmallHeap.caused(failure))
			return of(path,
				"Java does not have enough memory for the image " + path + "; give it more (-Xmx), or crop the image.");
		LOG.error("{} could not be derained", path, failure);
		return of(path, "The image " + path + " could not be derained because of a fault of the program (" + failure +
			"); please report it.");
	}
}
