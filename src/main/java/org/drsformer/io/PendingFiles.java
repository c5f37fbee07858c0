package org.drsformer.io;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;

/**
 * A hidden folder where several files are written that belong together, before they all get their names at once: if
 * some are missing, those of before stay.
 *
 * <pre>
 * try (PendingFiles aside = PendingFiles.in(folder)) {
 * 	for (Path file : files)
 * 		ImageFiles.write(image, aside.of(file));
 * 	aside.finish();
 * }
 * </pre>
 */
public final class PendingFiles implements AutoCloseable {

	private final Path folder;

	/** Where files are, by where they will be. */
	private final Map<Path, Path> files = new LinkedHashMap<>();

	private PendingFiles(final Path folder) {
		this.folder = folder;
	}

	/**
	 * Returns a new one.
	 *
	 * @param folder in which, or in whose folders, the files will be; has to exist
	 * @throws DrsformerException if nothing can be written there
	 */
	public static PendingFiles in(final Path folder) {
		final Path aside = PartName.of(folder.resolve("new"));
		try {
			return new PendingFiles(Files.createDirectory(aside));
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The folder " + folder + " cannot be written to; choose one where you may write.", failure);
		}
	}

	/** Returns where a file is to be written, with the ending of its name. */
	public Path of(final Path file) {
		final String name = file.getFileName().toString();
		return files.computeIfAbsent(file,
			unknown -> folder.resolve(files.size() + name.substring(Math.max(0, name.lastIndexOf('.')))));
	}

	/**
	 * Gives all files their names; they are on the disk when it returns. Others that have these are replaced.
	 *
	 * @throws DrsformerException with one sentence if they cannot be written there
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
	 * Deletes a folder like this one, which a program that was killed has left.
	 *
	 * @throws IOException if that fails
	 */
	public static void delete(final Path aside) throws IOException {
		try (DirectoryStream<Path> left = Files.newDirectoryStream(aside)) {
			for (final Path file : left)
				Files.delete(file);
		}
		Files.delete(aside);
	}

	/** Deletes what has not got its name. */
	@Override
	public void close() {
		try {
			delete(folder);
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"What was not finished cannot be deleted: " + folder + " (" + failure.getMessage() + "); delete it.",
				failure);
		}
	}
}
