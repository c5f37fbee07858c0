package org.drsformer.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the copied inputs of a job on the driver's computer and on those of all executors that answer.
 */
final class StageCleaner {

	private static final Logger LOG = LoggerFactory.getLogger(StageCleaner.class);

	/**
	 * Tasks cannot be sent to a chosen executor; with more tasks than executors, each executor very likely gets one.
	 */
	private static final int TASKS_OF_AN_EXECUTOR = 4;

	private static final int SECONDS = 10;

	private StageCleaner() {
		// static functions only
	}

	static void clean(final SparkContext context, final String job) {
		if (context.isStopped())
			return;
		StageFolder.deleteAll(job);
		if (!context.isLocal())
			cleanExecutors(JavaSparkContext.fromSparkContext(context), job);
	}

	/** Cleans the executors that still run; the cluster removes the files of others. */
	private static void cleanExecutors(final JavaSparkContext context, final String job) {
		final int tasks = TASKS_OF_AN_EXECUTOR * context.sc().statusTracker().getExecutorInfos().length;
		final List<Integer> numbers = IntStream.range(0, tasks).boxed().toList();
		context.setCallSite("remove copies of files");
		final JavaFutureAction<Void> action = context.parallelize(new ArrayList<>(numbers), tasks)
			.foreachAsync(number -> StageFolder.deleteAll(job));
		try {
			action.get(SECONDS, TimeUnit.SECONDS);
		}
		catch (final TimeoutException | ExecutionException failure) {
			LOG.warn("Copied inputs may stay on executors until the application ends", failure);
			action.cancel(true);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			action.cancel(true);
		}
		finally {
			context.clearCallSite();
		}
	}
}
