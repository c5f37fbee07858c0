package org.drsformer.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the provider of a file system offers if its files are not on a disk of this computer and cannot be renamed, such
 * as those of a cluster. Its files are listed and read as all others.
 */
public interface RemoteStorage {

	/**
	 * Puts a complete local file to its place, where it appears all at once. An earlier file there is replaced.
	 *
	 * @throws IOException if that fails; then nothing of it is left
	 */
	void put(Path local, Path place) throws IOException;

	/** Returns the storage of a file; empty if the file is on a disk of this computer. */
	static Optional<RemoteStorage> of(final Path file) {
		return file.getFileSystem().provider() instanceof final RemoteStorage storage ? Optional.of(storage)
			: Optional.empty();
	}
}
