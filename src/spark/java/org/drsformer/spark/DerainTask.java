package org.drsformer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.pipeline.BatchPipeline;
import org.drsformer.derain.Derainer;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * Derains files on an executor. The failure of a file that is alone in its task is thrown, so that Spark tries it
 * again, perhaps on another executor. At the last try the failure becomes the result, so that the other files go on.
 * The driver gives a task of its own to a file that has failed among others.
 */
final class DerainTask extends AbstractFunction1<Iterator<Part>, ArrayList<RemoteResult>> implements Serializable {

	private final String job;
	private final RemoteNetwork network;
	private final TaskOutput output;
	private final long limit;
	private final int readSeconds;
	private final int tries;
	private final TaskCounters counters;

	/**
	 * @param job a unique name of the job
	 * @param tries the number of times that Spark tries a task
	 */
	DerainTask(final String job, final RemoteNetwork network, final TaskOutput output, final PixelLimit limit,
		final ReadTime time, final int tries, final TaskCounters counters)
	{
		this.job = job;
		this.network = network;
		this.output = output;
		this.limit = limit.most();
		readSeconds = time.seconds();
		this.tries = tries;
		this.counters = counters;
	}

	@Override
	public ArrayList<RemoteResult> apply(final Iterator<Part> parts) {
		final ArrayList<RemoteResult> results = new ArrayList<>();
		while (parts.hasNext()) {
			final Part part = parts.next();
			final CommitTurn turn = new CommitTurn(TaskContext.get());
			for (final RemoteFile file : part.files())
				results.add(derain(file, part.files().size() == 1, TaskContext.get(), turn));
		}
		results.forEach(counters::add);
		return results;
	}

	private RemoteResult derain(final RemoteFile file, final boolean alone, final TaskContext task,
		final CommitTurn turn)
	{
		final RemoteResult result = tryOnce(file, task, turn);
		if (result.failure() == null || task.attemptNumber() + 1 >= tries)
			return result;
		if (alone)
			throw new DrsformerException(result.failure());
		return result.toTryAgain();
	}

	private RemoteResult tryOnce(final RemoteFile file, final TaskContext task, final CommitTurn turn) {
		try (StagedFile input = StagedFile.of(job, file.input());
			StagedFile result = StagedFile.forResult(job, file.output());
			Derainer derainer = network.open(task)) {
			output.check(file);
			final TaskFileListener listener = new TaskFileListener(task);
			new BatchPipeline(derainer, new PixelLimit(limit), new ReadTime(readSeconds), listener)
				.derainAll(List.of(file.job(input.path(), result.path())));
			final FileResult done = listener.result();
			if (!done.isDone())
				return RemoteResult.failed(file, done,
					result.asKnown(input.asKnown(done.failure(), file.input()), file.output()));
			return RemoteResult.done(done, output.commit(file, result, done.stamp(), turn));
		}
		catch (final DrsformerException failure) {
			return RemoteResult.failed(file, null, file.input() + ": " + failure.getMessage());
		}
		catch (final IOException failure) {
			return RemoteResult.failed(file, null,
				file.input() + ": it cannot be copied to or from " +
					SparkEnv.get().blockManager().blockManagerId().host() + " (" + failure.getMessage() +
					"); check that it exists and that the folder spark.local.dir has room.");
		}
	}
}
