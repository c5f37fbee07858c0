package org.drsformer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.drsformer.DrsformerException;
import org.drsformer.batch.manifest.Manifest;
import org.drsformer.batch.pipeline.BatchPipeline;
import org.drsformer.derain.Derainer;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * Derains files on an executor. A failure is thrown, so that Spark tries the file again, perhaps on another executor.
 * At the last try the failure becomes the result, so that the other files go on.
 */
final class DerainTask extends AbstractFunction1<Iterator<SourceFile>, ArrayList<RemoteResult>>
	implements Serializable {

	private static final Logger LOG = LoggerFactory.getLogger(DerainTask.class);

	private final String job;
	private final Broadcast<Map<String, RemoteFile>> files;
	private final RemoteNetwork network;
	private final String output;
	private final long limit;
	private final int readSeconds;
	private final int tries;

	/**
	 * @param job a unique name of the job
	 * @param files the files by the keys that Spark delivers
	 * @param output the folder with the manifest
	 * @param tries the number of times that Spark tries a task
	 */
	DerainTask(final String job, final Broadcast<Map<String, RemoteFile>> files, final RemoteNetwork network,
		final Path output, final PixelLimit limit, final ReadTime time, final int tries)
	{
		this.job = job;
		this.files = files;
		this.network = network;
		this.output = output.toAbsolutePath().normalize().toString();
		this.limit = limit.most();
		readSeconds = time.seconds();
		this.tries = tries;
	}

	@Override
	public ArrayList<RemoteResult> apply(final Iterator<SourceFile> delivered) {
		final ArrayList<RemoteResult> results = new ArrayList<>();
		final TaskContext task = TaskContext.get();
		for (SourceFile source = next(delivered, task); source != null; source = next(delivered, task))
			results.add(derain(files.value().get(source.key()), source.content(), task));
		return results;
	}

	/** Returns the next file; null if there is none or if it cannot be read, which the driver notices. */
	private SourceFile next(final Iterator<SourceFile> delivered, final TaskContext task) {
		try {
			return delivered.hasNext() ? delivered.next() : null;
		}
		catch (final Exception failure) {
			if (task.isInterrupted() || !isLastTry(task))
				throw failure;
			LOG.warn("Spark cannot read a file", failure);
			return null;
		}
	}

	private boolean isLastTry(final TaskContext task) {
		return task.attemptNumber() + 1 >= tries;
	}

	private RemoteResult derain(final RemoteFile file, final byte[] content, final TaskContext task) {
		final RemoteResult result = tryOnce(file, content, task);
		if (result.failure() != null && !isLastTry(task))
			throw new DrsformerException(result.failure());
		return result;
	}

	private RemoteResult tryOnce(final RemoteFile file, final byte[] content, final TaskContext task) {
		try (StagedFile staged = new StagedFile(job, file, content); Derainer derainer = network.open(task.cpus())) {
			checkOutput(Path.of(file.output()).getParent());
			final TaskFileListener listener = new TaskFileListener(task);
			new BatchPipeline(derainer, new PixelLimit(limit), new ReadTime(readSeconds), listener)
				.derainAll(List.of(file.job(staged.path())));
			return RemoteResult.of(listener.result(), file, staged.path());
		}
		catch (final DrsformerException failure) {
			return RemoteResult.failed(file, file.input() + ": " + failure.getMessage());
		}
		catch (final IOException failure) {
			return RemoteResult.failed(file, file.input() + ": Spark's temporary folder on " + host() +
				" cannot be written to (" + failure + "); make room there, or set spark.local.dir.");
		}
	}

	/**
	 * Checks that the output folder is the driver's: a folder with the same path on another disk would hide the
	 * results.
	 */
	private void checkOutput(final Path folder) {
		if (!Manifest.isIn(Path.of(output)) || !Files.isDirectory(folder))
			throw new DrsformerException("The executor on " + host() + " cannot access the output folder " + output +
				" of the driver; choose a folder that all of them share under the same path.");
	}

	private static String host() {
		return SparkEnv.get().blockManager().blockManagerId().host();
	}
}
