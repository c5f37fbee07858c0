package org.drsformer.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

/** Reads paths as users write them. */
public final class PathText {

	private PathText() {
		// static functions only
	}

	/**
	 * Returns the path that a text means.
	 *
	 * @throws DrsformerException if the text is empty, which Java would take for the working folder, or if this system
	 *         cannot have a file with such a name
	 */
	public static Path parse(final String text) {
		if (text.isBlank())
			throw new DrsformerException("The path of a file or folder is empty; give a path.");
		try {
			return Path.of(text);
		}
		catch (final InvalidPathException impossible) {
			throw refused(impossible);
		}
	}

	/** Returns the failure to report for a path that Java has refused. */
	public static DrsformerException refused(final InvalidPathException impossible) {
		return new DrsformerException(
			"A file or folder named \"" + impossible.getInput() + "\" cannot exist on this system; if the system" +
				" setting lacks letters of the name, set LC_ALL=C.UTF-8, or rename it.",
			impossible);
	}

	/**
	 * Checks that a file that was found in a folder can be opened by its name. In a locale with English letters only,
	 * Java decodes other names in a way that it cannot encode again.
	 *
	 * @throws DrsformerException if it cannot
	 */
	public static void check(final Path found) {
		if (!isText(found))
			throw new DrsformerException("The name of the file " + found +
				" has letters that this system setting does not know; set LC_ALL=C.UTF-8, or rename it.");
	}

	private static boolean isText(final Path found) {
		try {
			return found.getFileSystem().getPath(found.toString()).equals(found);
		}
		catch (final InvalidPathException unknown) {
			return false;
		}
	}
}
