package org.drsformer.spark;

import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.drsformer.DrsformerException;
import org.drsformer.batch.pipeline.PipelineListener;

import scala.Function1;
import scala.collection.Iterator;
import scala.collection.immutable.Range$;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** A Spark job that passes its results on while it runs, and ends when the listener of the run cancels it. */
final class ClusterJob<R> {

	private static final int POLL_MILLIS = 50;

	private final SparkContext context;
	private final PipelineListener listener;
	private final BlockingQueue<R> results = new LinkedBlockingQueue<>();
	private final int count;
	private int done;

	/** @param count the number of results to expect */
	ClusterJob(final SparkContext context, final PipelineListener listener, final int count) {
		this.context = context;
		this.listener = listener;
		this.count = count;
	}

	/**
	 * Runs the job.
	 *
	 * @param task is sent to the executors
	 * @param consumer receives each result, on the calling thread
	 * @throws DrsformerException if Spark gives up
	 * @throws CancellationException if the listener cancels the run
	 */
	<S> void forEachResult(final JavaRDD<S> input, final Function1<Iterator<S>, ArrayList<R>> task,
		final Consumer<R> consumer)
	{
		context.setJobGroup("drsformer", "deraining", true);
		final SimpleFutureAction<BoxedUnit> action = submit(input, task);
		try {
			while (!action.isCompleted() || !results.isEmpty()) {
				next(consumer);
				if (listener.isStopped())
					action.cancel();
			}
		}
		finally {
			action.cancel();
			context.clearJobGroup();
		}
		if (action.value().get().isFailure() && !listener.isStopped())
			throw givenUp(action.value().get().failed().get());
	}

	private <S> SimpleFutureAction<BoxedUnit> submit(final JavaRDD<S> input,
		final Function1<Iterator<S>, ArrayList<R>> task)
	{
		final Seq<Object> partitions = Range$.MODULE$.apply(0, input.getNumPartitions()).toSeq();
		return context.submitJob(input.rdd(), task, partitions,
			new AbstractFunction2<Object, ArrayList<R>, BoxedUnit>() {

				@Override
				public BoxedUnit apply(final Object partition, final ArrayList<R> ofPartition) {
					results.addAll(ofPartition);
					return BoxedUnit.UNIT;
				}
			}, () -> BoxedUnit.UNIT);
	}

	private void next(final Consumer<R> consumer) {
		try {
			final R result = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
			if (result != null) {
				consumer.accept(result);
				done++;
			}
			listener.update((double) done / count);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}

	private static DrsformerException givenUp(final Throwable failure) {
		return new DrsformerException("Spark has given up (" + failure.getMessage().lines().findFirst().orElse("") +
			"); the results so far stay. Start again to process the missing files.", failure);
	}
}
