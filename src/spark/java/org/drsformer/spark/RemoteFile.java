package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;

import org.drsformer.batch.job.FileJob;

/**
 * The serializable form of a {@link FileJob} for executors, where paths and addresses are the same.
 *
 * @param input the absolute path or the address of the file
 * @param output the absolute path or the address of its result
 * @param name the path of the result below the output folder
 * @param bytes the size of the input
 * @param modified the time of the input's last change
 */
record RemoteFile(String input, String output, String name, long bytes, String modified) implements Serializable {

	static RemoteFile of(final FileJob job) {
		return new RemoteFile(absolute(job.input()), absolute(job.output()), job.name(), job.bytes(), job.modified());
	}

	private static String absolute(final Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	/**
	 * Returns the job.
	 *
	 * @param content the file to read: the input, or a copy of it
	 * @param result the file to write: the output, or one that becomes it
	 */
	FileJob job(final Path content, final Path result) {
		return new FileJob(content, result, name, bytes, modified);
	}
}
