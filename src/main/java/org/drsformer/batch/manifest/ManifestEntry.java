package org.drsformer.batch.manifest;

import java.time.DateTimeException;
import java.time.Instant;

import org.drsformer.Software;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.job.FileStamp;

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
 * @param status {@code started}, which is written before there is a result, {@code done} or {@code failed}
 * @param reason why it failed; null if it did not
 * @param finished when
 * @param version of this software
 * @param format of this line: {@link #FORMAT}; 0 for lines that do not say it, and have none of what follows
 * @param outputModified when the result was changed last; null if there is none
 * @param outputChecksum CRC-32C of the result; null if there is none
 */
public record ManifestEntry(String input, long bytes, String modified, String settings, String output, long outputBytes,
	double seconds, String status, String reason, String finished, String version, int format, String outputModified,
	String outputChecksum) {

	/** What is known of a result, and how. Lines of another format are not enough to leave a result alone. */
	public static final int FORMAT = 2;

	private static final String STARTED = "started";
	private static final String DONE = "done";
	private static final String FAILED = "failed";

	private static final FileStamp NO_RESULT = new FileStamp(0, null, null);

	/** The line for a file whose result may appear from now on. */
	public static ManifestEntry started(final FileJob job, final String settings) {
		return of(job, settings, NO_RESULT, 0, STARTED, null);
	}

	/** The line for what came of a file. */
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

	/** Whether a run has ended before it could say what came of the file. */
	public boolean isStarted() {
		return STARTED.equals(status);
	}

	/** Whether the input is the same file and has not been changed since. */
	public boolean isOf(final FileJob job) {
		return path(job).equals(input) && job.bytes() == bytes && job.modified().equals(modified);
	}

	/** Whether this software would make the same of the same input and settings. */
	public boolean isOfThisSoftware() {
		return format == FORMAT && Software.givesResultsOf(version);
	}

	/** What the result was when it was recorded. */
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

	/** Whether a line that was read has all that is asked of it. */
	boolean isWhole() {
		return input != null && modified != null && settings != null && output != null && status != null
			&& finished != null;
	}
}
