package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;

import org.drsformer.batch.job.FileJob;

/**
 * A {@link FileJob} as it travels to executors, where the paths are the same.
 *
 * @param input the file, from the root of the file system, as the next
 * @param output where its result is written
 * @param name of the result below the output folder
 * @param bytes the size of the input
 * @param modified when the input was changed last
 */
record RemoteFile(String input, String output, String name, long bytes, String modified) implements Serializable {

	static RemoteFile of(final FileJob job) {
		return new RemoteFile(absolute(job.input()), absolute(job.output()), job.name(), job.bytes(), job.modified());
	}

	private static String absolute(final Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	/** @param content the file to read: the input, or a copy of it */
	FileJob job(final Path content) {
		return new FileJob(content, Path.of(output), name, bytes, modified);
	}
}
