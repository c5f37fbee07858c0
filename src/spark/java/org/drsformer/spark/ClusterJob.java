package org.drsformer.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import org.drsformer.DrsformerException;
import org.drsformer.batch.pipeline.PipelineListener;

import scala.Function1;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.Range$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** A Spark job that passes its results on while it runs, and ends when the listener of the run cancels it. */
final class ClusterJob<R> {

	private static final int POLL_MILLIS = 50;

	private static final int SECONDS_TO_END = 20;

	private final SparkContext context;
	private final PipelineListener listener;
	private final BlockingQueue<R> results = new LinkedBlockingQueue<>();
	private final DoubleSupplier progress;

	/** @param progress tells how much of the run is done, from 0 to 1 */
	ClusterJob(final SparkContext context, final PipelineListener listener, final DoubleSupplier progress) {
		this.context = context;
		this.listener = listener;
		this.progress = progress;
	}

	/**
	 * Runs the job.
	 *
	 * @param parts a task for each, on the computers that have its files if they are free
	 * @param task is sent to the executors
	 * @param stage what Spark's pages call it
	 * @param consumer receives each result, on the calling thread
	 * @throws DrsformerException if Spark gives up
	 * @throws CancellationException if the listener cancels the run
	 */
	void forEachResult(final List<Part> parts, final Function1<Iterator<Part>, ArrayList<R>> task, final String stage,
		final Consumer<R> consumer)
	{
		context.setJobGroup("drsformer", stage, true);
		context.setCallSite(stage);
		final SimpleFutureAction<BoxedUnit> action = submit(parts, task);
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
			context.clearCallSite();
			awaitTasks();
		}
		if (action.value().get().isFailure() && !listener.isStopped())
			throw givenUp(action.value().get().failed().get());
	}

	/** Waits for the end of tasks that Spark has ended, which may be removing what they have begun to write. */
	private void awaitTasks() {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
		try {
			while (!context.isStopped() && System.nanoTime() < end && isBusy())
				Thread.sleep(POLL_MILLIS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isBusy() {
		return Arrays.stream(context.statusTracker().getExecutorInfos())
			.anyMatch(executor -> executor.numRunningTasks() > 0);
	}

	private RDD<Part> rdd(final List<Part> parts) {
		final List<Tuple2<Part, Seq<String>>> placed = new ArrayList<>();
		for (final Part part : parts)
			placed.add(new Tuple2<>(part, CollectionConverters.asScala(part.hosts()).toSeq()));
		return context.makeRDD(CollectionConverters.asScala(placed).toSeq(), ClassTag$.MODULE$.apply(Part.class));
	}

	private SimpleFutureAction<BoxedUnit> submit(final List<Part> parts,
		final Function1<Iterator<Part>, ArrayList<R>> task)
	{
		final Seq<Object> partitions = Range$.MODULE$.apply(0, parts.size()).toSeq();
		return context.submitJob(rdd(parts), task, partitions,
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
			if (result != null)
				consumer.accept(result);
			listener.update(progress.getAsDouble());
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
