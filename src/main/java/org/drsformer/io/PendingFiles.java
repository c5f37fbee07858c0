package org.drsformer.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;

/**
 * Writes several files that belong together. They are written into a hidden folder and get their names at the end, all
 * at once; if one of them cannot be written, the files of before stay.
 *
 * <pre>
 * try (PendingFiles pending = PendingFiles.in(folder)) {
 * 	for (Path file : files)
 * 		ImageFiles.write(image, pending.of(file));
 * 	pending.finish();
 * }
 * </pre>
 */
public final class PendingFiles implements AutoCloseable {

	private final Path folder;
	/** The present place of each file, by its final place. */
	private final Map<Path, Path> files = new LinkedHashMap<>();

	private PendingFiles(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Makes the hidden folder.
	 *
	 * @param folder the files will be in it or in its subfolders; must exist
	 * @throws DrsformerException if nothing can be written there
	 */
	public static PendingFiles in(final Path folder) {
		final Path hidden = PartName.of(folder.resolve("new"));
		try {
			return new PendingFiles(Files.createDirectory(hidden));
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The folder " + folder + " cannot be written to; choose one where you may write.", failure);
		}
	}

	/** Returns where to write a file; the place has the ending of the file's name. */
	public Path of(final Path file) {
		final String name = file.getFileName().toString();
		return files.computeIfAbsent(file,
			unknown -> folder.resolve(files.size() + name.substring(Math.max(0, name.lastIndexOf('.')))));
	}

	/**
	 * Gives all files their names and replaces files that have these names. All files are on the disk when it returns.
	 *
	 * @throws DrsformerException if the files cannot be written there
	 */
	public void finish() {
		files.keySet().forEach(WholeFile::checkPlace);
		try {
			for (final Map.Entry<Path, Path> file : files.entrySet())
				WholeFile.rename(file.getValue(), file.getKey());
			for (final Path place : files.keySet()
				.stream()
				.map(file -> file.toAbsolutePath().getParent())
				.distinct()
				.toList())
				WholeFile.sync(place);
			files.clear();
		}
		catch (final IOException failure) {
			throw new DrsformerException("The files in " + folder.getParent() + " cannot be replaced (" +
				failure.getMessage() + "); check that you may write there, and that no other program has them open.",
				failure);
		}
	}

	/**
	 * Deletes a hidden folder that a killed program has left.
	 *
	 * @throws IOException if it cannot be deleted
	 */
	public static void delete(final Path hidden) throws IOException {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(hidden)) {
			for (final Path file : left)
				Files.delete(file);
		}
		Files.delete(hidden);
	}

	/** Deletes the files that did not get their names. */
	@Override
	public void close() {
		try {
			delete(folder);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The unfinished files in " + folder + " cannot be deleted (" +
				failure.getMessage() + "); delete the folder.", failure);
		}
	}
}
