package org.drsformer.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.drsformer.DrsformerException;

/**
 * Writes files completely or not at all, whatever happens meanwhile. A file is on the disk when a method returns: a
 * power cut leaves the old file or the new one.
 */
public final class WholeFile {

	/** Writes the content of a file to a stream and leaves the stream open. */
	@FunctionalInterface
	public interface Content {

		void write(OutputStream out) throws IOException;
	}

	/** Makes a file with a temporary name. */
	@FunctionalInterface
	public interface Maker {

		void make(Path part) throws IOException;
	}

	/** Opens new files. Tests use disks that fill up or that record what was done. */
	@FunctionalInterface
	public interface Disk {

		OutputStream open(Path file) throws IOException;

		/** As {@link WholeFile#sync}. */
		default void sync(final Path fileOrFolder) throws IOException {
			WholeFile.sync(fileOrFolder);
		}
	}

	private static final Disk USUAL = part -> Files.newOutputStream(part, StandardOpenOption.CREATE_NEW);

	private WholeFile() {
		// static functions only
	}

	/**
	 * Checks before long work whether its result can be written.
	 *
	 * @throws DrsformerException if it cannot
	 */
	public static void checkPlace(final Path file) {
		final Path folder = file.toAbsolutePath().getParent();
		if (Files.isDirectory(file))
			throw new DrsformerException(
				"The file " + file.toAbsolutePath() + " cannot be written, because it is a folder; name a file in it.");
		if (Files.exists(file) && !Files.isRegularFile(file))
			throw new DrsformerException(
				"The file " + file + " cannot be written, because it is a pipe or a device; name a file.");
		if (RemoteStorage.of(file).isEmpty() && (!Files.isDirectory(folder) || !Files.isWritable(folder)))
			throw new DrsformerException("The file " + file + " cannot be written; check that the folder " + folder +
				" exists and that you may write there.");
	}

	/**
	 * Writes a file under another name in the same folder, and renames it at the end.
	 *
	 * @throws DrsformerException if that fails; nothing is left then
	 */
	public static void write(final Path file, final Content content) {
		write(file, content, USUAL);
	}

	/** Does the same as {@link #write(Path, Content)} on another disk. */
	public static void write(final Path file, final Content content, final Disk disk) {
		make(file, part -> {
			try (OutputStream out = new BufferedOutputStream(disk.open(part), 1 << 16)) {
				content.write(out);
			}
		}, disk);
	}

	/**
	 * Lets a file be made under another name in the same folder, and renames it at the end.
	 *
	 * @throws DrsformerException if that fails; nothing is left then
	 */
	public static void make(final Path file, final Maker maker) {
		make(file, maker, USUAL);
	}

	private static void make(final Path file, final Maker maker, final Disk disk) {
		final Optional<RemoteStorage> remote = RemoteStorage.of(file);
		if (remote.isPresent()) {
			makeLocally(file, maker, remote.get());
			return;
		}
		final Path part = PartName.of(file);
		try {
			maker.make(part);
			// otherwise the new name could be on the disk before the content, and the old content lost
			disk.sync(part);
			rename(part, file);
			disk.sync(file.toAbsolutePath().getParent());
		}
		catch (final IOException failure) {
			throw unwritable(file, failure);
		}
		finally {
			part.toFile().delete();
		}
	}

	private static DrsformerException unwritable(final Path file, final IOException failure) {
		return new DrsformerException("The file " + file + " cannot be written (" + reason(failure) +
			"); check that its folder exists, that you may write there and that the disk has room.", failure);
	}

	/** Makes a file on this computer, and puts it to its place at the end. */
	private static void makeLocally(final Path file, final Maker maker, final RemoteStorage remote) {
		try {
			final Path folder = Files.createTempDirectory("drsformer");
			final Path local = folder.resolve(file.getFileName().toString());
			try {
				maker.make(local);
				remote.put(local, file);
			}
			finally {
				Files.deleteIfExists(local);
				Files.delete(folder);
			}
		}
		catch (final IOException failure) {
			throw unwritable(file, failure);
		}
	}

	static void rename(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException unsupported) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/**
	 * Waits until the content of a file is on the disk, or the names of the files in a folder.
	 *
	 * @throws IOException if it cannot be read, or the disk is damaged or full
	 */
	public static void sync(final Path fileOrFolder) throws IOException {
		Sync.of(fileOrFolder);
	}

	/**
	 * Makes a folder and those above it, as far as they are missing. They are on the disk when it returns.
	 *
	 * @throws IOException if that fails, or if it is a file
	 */
	public static void createFolders(final Path folder) throws IOException {
		final Path missing = folder.toAbsolutePath();
		Path there = missing;
		while (there != null && !Files.exists(there))
			there = there.getParent();
		Files.createDirectories(folder);
		for (Path made = missing; there != null && !made.equals(there); made = made.getParent())
			sync(made.getParent());
	}

	/**
	 * Returns the reason in words that users understand: the deepest cause, or a text of our own where Java's message
	 * is only the path.
	 */
	private static String reason(final IOException failure) {
		if (failure instanceof NoSuchFileException)
			return "there is no such folder";
		if (failure instanceof AccessDeniedException)
			return "permission denied";
		Throwable cause = failure;
		while (cause.getCause() != null)
			cause = cause.getCause();
		return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
	}
}
