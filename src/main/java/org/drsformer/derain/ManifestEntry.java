package org.drsformer.derain;

import java.time.Instant;

import org.drsformer.Software;

/**
 * A line of a manifest: what was made from what, and how.
 *
 * @param input the file, from the root of the file system
 * @param bytes its size
 * @param modified when it was changed last
 * @param settings SHA-256 of the model and of all settings that change results
 * @param output the result, below the folder of the manifest, with slashes
 * @param outputBytes its size
 * @param seconds how long it took
 * @param status {@code done} or {@code failed}
 * @param reason why it failed; null if it did not
 * @param finished when
 * @param version of this software
 */
public record ManifestEntry(String input, long bytes, String modified, String settings, String output, long outputBytes,
	double seconds, String status, String reason, String finished, String version)
{

	private static final String DONE = "done";

	/** The line for what came of a file. */
	public static ManifestEntry of(final FileResult result, final String settings) {
		final FileJob job = result.job();
		return new ManifestEntry(path(job), job.bytes(), job.modified(), settings, job.name(), result.outputBytes(), result
			.seconds(), result.isDone() ? DONE : "failed", result.failure(), Instant.now().toString(), Software.version());
	}

	private static String path(final FileJob job) {
		return job.input().toAbsolutePath().normalize().toString();
	}

	boolean isDone() {
		return DONE.equals(status);
	}

	/** Whether the input is the same file and has not been changed since. */
	boolean isOf(final FileJob job) {
		return path(job).equals(input) && job.bytes() == bytes && job.modified().equals(modified);
	}

	/** Whether a line that was read has all that is asked of it. */
	boolean isWhole() {
		return input != null && modified != null && settings != null && output != null && status != null && finished != null;
	}
}
