package org.drsformer.spark.remote;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.drsformer.batch.job.FileStamp;

/**
 * The output folder of a run as its tasks see it.
 *
 * @param folder its address
 * @param number the number of the run's lease
 */
public record RemoteOutput(String folder, long number) implements Serializable {

	/** Lets a task wait until it may write its result. */
	@FunctionalInterface
	public interface Turn {

		/** @throws IOException if it may not */
		void await() throws IOException;
	}

	/**
	 * Puts a result to its place, all at once, unless the run has been replaced by another.
	 *
	 * @param local the complete result
	 * @param place the address of the result
	 * @param stamp identifies the local file
	 * @return what identifies the result at its place
	 * @throws IOException if that fails; then nothing of it is left
	 */
	public FileStamp put(final Path local, final String place, final FileStamp stamp, final Turn turn)
		throws IOException
	{
		final org.apache.hadoop.fs.Path output = Addresses.hadoop(folder);
		final org.apache.hadoop.fs.Path target = Addresses.hadoop(place);
		final FileSystem files = output.getFileSystem(Addresses.configuration());
		final LeaseFiles leases = LeaseFiles.in(files, output);
		turn.await();
		Publisher.of(files).publish(local, target, leases.staging(number), () -> leases.check(number));
		final FileStatus status = files.getFileStatus(target);
		return new FileStamp(status.getLen(), Instant.ofEpochMilli(Entry.millis(status)).toString(), stamp.checksum());
	}
}
