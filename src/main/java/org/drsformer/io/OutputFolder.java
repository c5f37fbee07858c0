package org.drsformer.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

/** Makes the folders that results are written into. */
public final class OutputFolder {

	private OutputFolder() {
		// static functions only
	}

	/**
	 * Makes a folder and those above it, as far as they are missing.
	 *
	 * @throws DrsformerException if it cannot be made, or nothing can be written there
	 */
	public static void create(final Path folder) {
		try {
			WholeFile.createFolders(folder);
			if (!Files.isWritable(folder))
				throw new AccessDeniedException(folder.toString());
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The output folder " + folder + " cannot be made or written to; choose one where you may write.",
				failure);
		}
	}
}
