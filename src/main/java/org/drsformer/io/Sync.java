package org.drsformer.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/** Brings files and folders from the memory of the system to the disk. */
final class Sync {

	/** Windows writes names of its own accord, and opens no folders. */
	private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

	private static final Path NO_DISK = Path.of("/dev/null");

	private Sync() {
		// static functions only
	}

	static void of(final Path fileOrFolder) throws IOException {
		if (!Files.isDirectory(fileOrFolder))
			force(fileOrFolder, StandardOpenOption.WRITE);
		else if (!WINDOWS)
			folder(fileOrFolder);
	}

	private static void force(final Path file, final StandardOpenOption access) throws IOException {
		try (FileChannel channel = FileChannel.open(file, access)) {
			channel.force(true);
		}
	}

	/**
	 * Folders that other systems share, such as those of virtual machines, sometimes have no such function, and some
	 * may be written to but not be read.
	 */
	private static void folder(final Path folder) throws IOException {
		try {
			force(folder, StandardOpenOption.READ);
		}
		catch (final IOException failure) {
			if (!(failure instanceof AccessDeniedException) && !isUnknown(failure))
				throw failure;
		}
	}

	/** Java only has the system's words, in the user's language: they are compared with those for what is no disk. */
	private static boolean isUnknown(final IOException failure) {
		try {
			force(NO_DISK, StandardOpenOption.WRITE);
			return false;
		}
		catch (final IOException unknown) {
			return Objects.equals(unknown.getMessage(), failure.getMessage());
		}
	}
}
