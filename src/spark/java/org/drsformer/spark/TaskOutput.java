package org.drsformer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.spark.SparkEnv;
import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileStamp;
import org.drsformer.batch.manifest.Manifest;
import org.drsformer.io.RemoteStorage;
import org.drsformer.spark.remote.HadoopFiles;
import org.drsformer.spark.remote.RemoteOutput;

/**
 * Where the tasks of a run put their results.
 *
 * @param folder the output folder
 * @param remote null if all executors can access the folder by its path
 */
record TaskOutput(String folder, RemoteOutput remote) implements Serializable {

	/** @param folder the output folder of the run that is in progress */
	static TaskOutput of(final Path folder) {
		final RemoteOutput remote = RemoteStorage.of(folder)
			.map(storage -> ((HadoopFiles) storage).output(folder))
			.orElse(null);
		return new TaskOutput(folder.toAbsolutePath().normalize().toString(), remote);
	}

	/**
	 * Checks that the output folder is the driver's: a folder with the same path on another disk would hide the
	 * results.
	 */
	void check(final RemoteFile file) {
		if (remote != null)
			return;
		if (!Manifest.isIn(Path.of(folder)) || !Files.isDirectory(Path.of(file.output()).getParent()))
			throw new DrsformerException("The executor on " + SparkEnv.get().blockManager().blockManagerId().host() +
				" cannot access the output folder " + folder +
				" of the driver; choose a folder that all of them share under the same path.");
	}

	/**
	 * Puts a result to its place if it is not there yet.
	 *
	 * @param stamp identifies the file that has been written
	 * @return what identifies the result at its place
	 */
	FileStamp commit(final RemoteFile file, final StagedFile result, final FileStamp stamp, final CommitTurn turn)
		throws IOException
	{
		return remote == null ? stamp : remote.put(result.path(), file.output(), stamp, turn);
	}
}
