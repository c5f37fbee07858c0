package org.drsformer.command.window;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import ij.IJ;

/** Tells which files a result replaces. */
public final class Replacement {

	private Replacement() {
		// static functions only
	}

	/** Returns the sentence to confirm before; empty if there are no such files. */
	public static String question(final List<Path> existing) {
		return existing.isEmpty() ? ""
			: names(existing) + (existing.size() == 1 ? " exists" : " exist") + " already and will be replaced.";
	}

	/** Writes a line to the log afterwards, if there were such files. */
	public static void log(final List<Path> existing) {
		if (!existing.isEmpty())
			IJ.log(names(existing) + " existed already and " + (existing.size() == 1 ? "was" : "were") + " replaced.");
	}

	private static String names(final List<Path> existing) {
		return existing.stream().map(Path::toString).collect(Collectors.joining(" and "));
	}
}
