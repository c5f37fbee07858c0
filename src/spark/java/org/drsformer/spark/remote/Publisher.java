package org.drsformer.spark.remote;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Puts a complete local file to its place in a file system of Hadoop, where it appears at once: by {@link Renames}
 * where that is one step, and by {@link Uploads} on S3, where a rename is a copy.
 */
interface Publisher {

	/** Is asked as the last thing before a file appears. */
	@FunctionalInterface
	interface Permission {

		/** @throws IOException if the file must not appear */
		void ask() throws IOException;
	}

	/**
	 * Puts a file to its place, and replaces what is there.
	 *
	 * @param staging a folder for the unfinished file; not used on S3
	 * @throws IOException if that fails; then nothing of it is left
	 */
	void publish(java.nio.file.Path local, Path place, Path staging, Permission permission) throws IOException;

	static Publisher of(final FileSystem files) {
		return isObjectStore(files.getUri()) ? new Uploads(files) : new Renames(files);
	}

	/** Returns whether a file system is S3, which has neither renames nor folders. */
	static boolean isObjectStore(final URI address) {
		return Set.of("s3a", "s3").contains(String.valueOf(address.getScheme()));
	}
}
