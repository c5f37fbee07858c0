package org.drsformer.batch.manifest;

import java.time.DateTimeException;
import java.time.Instant;

import org.drsformer.Software;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.job.FileStamp;

/**
 * A line of a manifest: says which result was made from which input, and how.
 *
 * @param input the absolute path of the input
 * @param bytes its size
 * @param modified the time of the input's last change, in ISO 8601
 * @param settings the SHA-256 of the model and of all settings that change results
 * @param output the path of the result below the folder of the manifest, with slashes
 * @param outputBytes the size of the result
 * @param seconds the time that deraining took
 * @param status {@code started}, which is written before there is a result, {@code done} or {@code failed}
 * @param reason a sentence that says why it failed; null if it did not
 * @param finished the time of this line, in ISO 8601
 * @param version the version of this software
 * @param format the format of this line, {@link #FORMAT}; 0 for old lines, which lack it and the components that follow
 * @param outputModified the time of the result's last change; null if there is no result
 * @param outputChecksum the CRC-32C of the result; null if there is no result
 */
public record ManifestEntry(String input, long bytes, String modified, String settings, String output, long outputBytes,
	double seconds, String status, String reason, String finished, String version, int format, String outputModified,
	String outputChecksum) {

	/** The present format. A line of another format does not suffice to keep a result. */
	public static final int FORMAT = 2;

	private static final String STARTED = "started";
	private static final String DONE = "done";
	private static final String FAILED = "failed";

	private static final FileStamp NO_RESULT = new FileStamp(0, null, null);

	/** Returns the line for a file whose result may appear from now on. */
	public static ManifestEntry started(final FileJob job, final String settings) {
		return of(job, settings, NO_RESULT, 0, STARTED, null);
	}

	/** Returns the line for the outcome of a job. */
	public static ManifestEntry of(final FileResult result, final String settings) {
		return of(result.job(), settings, result.isDone() ? result.stamp() : NO_RESULT, result.seconds(),
			result.isDone() ? DONE : FAILED, result.failure());
	}

	private static ManifestEntry of(final FileJob job, final String settings, final FileStamp stamp,
		final double seconds, final String status, final String reason)
	{
		return new ManifestEntry(path(job), job.bytes(), job.modified(), settings, job.name(), stamp.bytes(), seconds,
			status, reason, Instant.now().toString(), Software.version(), FORMAT, stamp.modified(), stamp.checksum());
	}

	private static String path(final FileJob job) {
		return job.input().toAbsolutePath().normalize().toString();
	}

	public boolean isDone() {
		return DONE.equals(status);
	}

	/** Returns whether the run ended before it could record the outcome. */
	public boolean isStarted() {
		return STARTED.equals(status);
	}

	/** Returns whether the input is the same file and has not changed since. */
	public boolean isOf(final FileJob job) {
		return path(job).equals(input) && job.bytes() == bytes && job.modified().equals(modified);
	}

	/** Returns whether this version of the software would give the same result for the same input and settings. */
	public boolean isOfThisSoftware() {
		return format == FORMAT && Software.givesResultsOf(version);
	}

	/** Returns what identified the result when it was recorded. */
	public FileStamp stamp() {
		return new FileStamp(outputBytes, outputModified, outputChecksum);
	}

	/** The one of two manifests that was written last; of two at the same time that which leaves less alone. */
	static ManifestEntry later(final ManifestEntry a, final ManifestEntry b) {
		final int order = a.instant().compareTo(b.instant());
		return order > 0 || order == 0 && b.isDone() ? a : b;
	}

	private Instant instant() {
		try {
			return Instant.parse(finished);
		}
		catch (final DateTimeException damaged) {
			return Instant.MIN;
		}
	}

	/** Returns whether a line that was read has all required values. */
	boolean isWhole() {
		return input != null && modified != null && settings != null && output != null && status != null
			&& finished != null;
	}
}
