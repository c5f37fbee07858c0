package org.drsformer.spark;

import java.io.Serializable;

import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.job.FileStamp;

/**
 * The serializable form of a {@link FileResult} on its way to the driver, with the name of the job instead of the job.
 *
 * @param again whether the file failed and is to be tried again in a task of its own
 */
record RemoteResult(String name, int width, int height, int planes, RemoteStamp stamp, double seconds,
	double networkSeconds, String failure, boolean again) implements Serializable {

	/** The serializable form of a {@link FileStamp}. */
	record RemoteStamp(long bytes, String modified, String checksum) implements Serializable {

		static RemoteStamp of(final FileStamp stamp) {
			return stamp == null ? null : new RemoteStamp(stamp.bytes(), stamp.modified(), stamp.checksum());
		}

		FileStamp stamp() {
			return new FileStamp(bytes, modified, checksum);
		}
	}

	/** @param stamp identifies the result at its place */
	static RemoteResult done(final FileResult result, final FileStamp stamp) {
		return new RemoteResult(result.job().name(), result.width(), result.height(), result.planes(),
			RemoteStamp.of(stamp), result.seconds(), result.networkSeconds(), null, false);
	}

	/**
	 * @param result what is known of the image; null if nothing is
	 * @param sentence says why it failed, with the user's path of the file
	 */
	static RemoteResult failed(final RemoteFile file, final FileResult result, final String sentence) {
		return result == null ? new RemoteResult(file.name(), 0, 0, 0, null, 0, 0, sentence, false)
			: new RemoteResult(file.name(), result.width(), result.height(), result.planes(), null, result.seconds(),
				result.networkSeconds(), sentence, false);
	}

	/** Returns this failure with the wish to be tried again. */
	RemoteResult toTryAgain() {
		return new RemoteResult(name, width, height, planes, stamp, seconds, networkSeconds, failure, true);
	}

	FileResult result(final FileJob job) {
		return new FileResult(job, width, height, planes, stamp == null ? null : stamp.stamp(), seconds, networkSeconds,
			failure);
	}
}
