package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;

import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.job.FileStamp;

/**
 * The serializable form of a {@link FileResult} on its way to the driver, with the name of the job instead of the job.
 */
record RemoteResult(String name, int width, int height, int planes, RemoteStamp stamp, double seconds,
	double networkSeconds, String failure) implements Serializable {

	/** The serializable form of a {@link FileStamp}. */
	record RemoteStamp(long bytes, String modified, String checksum) implements Serializable {

		static RemoteStamp of(final FileStamp stamp) {
			return stamp == null ? null : new RemoteStamp(stamp.bytes(), stamp.modified(), stamp.checksum());
		}

		FileStamp stamp() {
			return new FileStamp(bytes, modified, checksum);
		}
	}

	/**
	 * Returns the result with the user's path of the file in its failure.
	 *
	 * @param content the copy that was read
	 */
	static RemoteResult of(final FileResult result, final RemoteFile file, final Path content) {
		final String failure = result.isDone() ? null : result.failure().replace(content.toString(), file.input());
		return new RemoteResult(file.name(), result.width(), result.height(), result.planes(),
			RemoteStamp.of(result.stamp()), result.seconds(), result.networkSeconds(), failure);
	}

	static RemoteResult failed(final RemoteFile file, final String sentence) {
		return new RemoteResult(file.name(), 0, 0, 0, null, 0, 0, sentence);
	}

	FileResult result(final FileJob job) {
		return new FileResult(job, width, height, planes, stamp == null ? null : stamp.stamp(), seconds, networkSeconds,
			failure);
	}
}
