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
 * @param path as it was given, or found in a folder
 * @param sentence why, and what to do; names the file, and is one line whatever that is called
 */
public record FileFailure(Path path, String sentence) {

	private static final Logger LOG = LoggerFactory.getLogger(FileFailure.class);

	/** Failures of the image itself do not know which file it came from. */
	public static FileFailure of(final Path path, final String message) {
		final String name = OneLine.of(path.toString());
		final String line = OneLine.of(message);
		return new FileFailure(path, line.contains(name) ? line : name + ": " + line);
	}

	/**
	 * What to tell the user of a failure. One that nobody has thought of is logged, and told so that it can be
	 * reported; it does not stop other files either.
	 */
	public static FileFailure of(final Path path, final Throwable failure) {
		if (failure instanceof DrsformerException)
			return of(path, failure.getMessage());
		if (SmallHeap.caused(failure))
			return of(path,
				"Java has not enough memory for the image " + path + "; give it more (-Xmx), or crop the image.");
		LOG.error("{} could not be derained", path, failure);
		return of(path, "The image " + path + " could not be derained because of a fault of the program (" + failure +
			"); please report it.");
	}
}
