package org.drsformer.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;

/** Writes files and folders from the system's memory to the disk. */
final class Sync {

	/** Windows writes names without being asked, and does not open folders. */
	private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

	private static final Path NO_DISK = Path.of("/dev/null");

	private Sync() {
		// static functions only
	}

	static void of(final Path fileOrFolder) throws IOException {
		if (RemoteStorage.of(fileOrFolder).isPresent())
			return;
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
	 * Some shared folders, such as those of virtual machines, lack this function, and some folders may be written to
	 * but not read.
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

	/**
	 * Java gives only the system's message, in the user's language. It is compared with the message for a device that
	 * cannot be synced.
	 */
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
