package org.drsformer;

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

/** Writes files as a whole or not at all, whatever happens in between. */
public final class WholeFile {

	/** Writes the content of a file to a stream, which it leaves open. */
	@FunctionalInterface
	public interface Content {

		void write(OutputStream out) throws IOException;
	}

	/** Makes a file with this name, which is not that of the result. */
	@FunctionalInterface
	public interface Maker {

		void make(Path part) throws IOException;
	}

	/** Opens a new file; tests have disks that fill up. */
	@FunctionalInterface
	public interface Disk {

		OutputStream open(Path file) throws IOException;
	}

	private WholeFile() {
		// static functions only
	}

	/**
	 * Looks before long work whether its result could be written.
	 *
	 * @throws DrsformerException with one sentence if it could not
	 */
	public static void checkPlace(final Path file) {
		final Path folder = file.toAbsolutePath().getParent();
		if (Files.isDirectory(file))
			throw new DrsformerException("The file " + file.toAbsolutePath() + " cannot be written, because it is a folder; name" +
				" a file in it.");
		if (!Files.isDirectory(folder) || !Files.isWritable(folder))
			throw new DrsformerException("The file " + file + " cannot be written; check that there is a folder " + folder +
				" and that you may write there.");
	}

	/**
	 * Writes under another name in the same folder, and renames at the end.
	 *
	 * @throws DrsformerException with one sentence if that fails; nothing is left then
	 */
	public static void write(final Path file, final Content content) {
		write(file, content, part -> Files.newOutputStream(part, StandardOpenOption.CREATE_NEW));
	}

	/** As {@link #write(Path, Content)}, on another disk. */
	public static void write(final Path file, final Content content, final Disk disk) {
		make(file, part -> {
			try (OutputStream out = new BufferedOutputStream(disk.open(part), 1 << 16)) {
				content.write(out);
			}
		});
	}

	/**
	 * Has a file made under another name in the same folder, and renames it at the end.
	 *
	 * @throws DrsformerException with one sentence if that fails; nothing is left then
	 */
	public static void make(final Path file, final Maker maker) {
		final Path part = PartName.of(file);
		try {
			maker.make(part);
			rename(part, file);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The file " + file + " cannot be written (" + reason(failure) +
				"); check that its folder exists, that you may write there and that the disk has room.", failure);
		}
		finally {
			part.toFile().delete();
		}
	}

	private static void rename(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException unsupported) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Why, as users understand it: the deepest cause, and words for those whose message is just the path. */
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
