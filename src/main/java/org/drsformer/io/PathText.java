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
	 * Returns the path that is written.
	 *
	 * @throws DrsformerException if it is empty, which Java takes for the folder that one is in, and if this system
	 *         cannot have a file of that name
	 */
	public static Path parse(final String text) {
		if (text.isBlank())
			throw new DrsformerException("The path of a file or folder is empty; give one.");
		try {
			return Path.of(text);
		}
		catch (final InvalidPathException impossible) {
			throw refused(impossible);
		}
	}

	/** What to say of a path that Java has refused. */
	public static DrsformerException refused(final InvalidPathException impossible) {
		return new DrsformerException(
			"There can be no file or folder \"" + impossible.getInput() +
				"\" on this system; if letters of its name are not known here, set LC_ALL=C.UTF-8, or rename it.",
			impossible);
	}

	/**
	 * Checks that a file that was found in a folder can be opened again by its name: where the locale knows no letters
	 * but English ones, Java takes names apart and does not get them together again.
	 *
	 * @throws DrsformerException if not
	 */
	public static void check(final Path found) {
		if (!isText(found))
			throw new DrsformerException("The name of the file " + found +
				" has letters that this system setting does not know; set LC_ALL=C.UTF-8, or rename it.");
	}

	private static boolean isText(final Path found) {
		try {
			return Path.of(found.toString()).equals(found);
		}
		catch (final InvalidPathException unknown) {
			return false;
		}
	}
}
