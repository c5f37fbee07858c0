package org.drsformer.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.rdd.RDD;
import org.drsformer.DrsformerException;
import org.drsformer.Progress;

import scala.Function1;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.Range$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * A Spark job that passes its results on while it runs, and ends when the progress cancels it or the run is stopped.
 *
 * @param <P> the work of one task
 * @param <R> one of its results
 */
final class ClusterJob<P, R> {

	private static final int POLL_MILLIS = 50;

	private static final int SECONDS_TO_END = 20;

	private final SparkContext context;
	private final Progress progress;
	private final DoubleSupplier done;
	private final BooleanSupplier stopped;
	private final BlockingQueue<R> results = new LinkedBlockingQueue<>();

	/**
	 * What Spark's pages and messages say of a job.
	 *
	 * @param name what is done
	 * @param advice what the user can do if Spark gives up
	 */
	record Stage(String name, String advice) {

		private DrsformerException givenUp(final Throwable failure) {
			return new DrsformerException("Spark has given up (" +
				String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + "); " + advice, failure);
		}
	}

	/**
	 * @param progress updated on the calling thread
	 * @param done tells how much of the run is done, from 0 to 1
	 * @param stopped tells whether the run is to end before its tasks have ended
	 */
	ClusterJob(final SparkContext context, final Progress progress, final DoubleSupplier done,
		final BooleanSupplier stopped)
	{
		this.context = context;
		this.progress = progress;
		this.done = done;
		this.stopped = stopped;
	}

	/**
	 * Runs the job.
	 *
	 * @param parts a task for each
	 * @param hosts returns the computers that have the files of a part; its task runs there if they are free
	 * @param task is sent to the executors
	 * @param consumer receives each result, on the calling thread
	 * @throws DrsformerException if Spark gives up
	 * @throws CancellationException if the progress cancels the run
	 */
	void forEachResult(final List<P> parts, final Function<P, List<String>> hosts,
		final Function1<Iterator<P>, ArrayList<R>> task, final Stage stage, final Consumer<R> consumer)
	{
		context.setJobGroup("drsformer", stage.name, true);
		context.setCallSite(stage.name);
		final SimpleFutureAction<BoxedUnit> action = submit(rdd(parts, hosts), parts.size(), task);
		try {
			while (!action.isCompleted() || !results.isEmpty()) {
				next(consumer);
				if (stopped.getAsBoolean())
					action.cancel();
			}
		}
		finally {
			action.cancel();
			context.clearJobGroup();
			context.clearCallSite();
			awaitTasks();
		}
		if (action.value().get().isFailure() && !stopped.getAsBoolean())
			throw stage.givenUp(action.value().get().failed().get());
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

	private RDD<P> rdd(final List<P> parts, final Function<P, List<String>> hosts) {
		final List<Tuple2<P, Seq<String>>> placed = new ArrayList<>();
		for (final P part : parts)
			placed.add(new Tuple2<>(part, CollectionConverters.asScala(hosts.apply(part)).toSeq()));
		return context.makeRDD(CollectionConverters.asScala(placed).toSeq(), ClassTag$.MODULE$.apply(Object.class));
	}

	private SimpleFutureAction<BoxedUnit> submit(final RDD<P> parts, final int count,
		final Function1<Iterator<P>, ArrayList<R>> task)
	{
		final Seq<Object> partitions = Range$.MODULE$.apply(0, count).toSeq();
		return context.submitJob(parts, task, partitions, new AbstractFunction2<Object, ArrayList<R>, BoxedUnit>() {

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
			progress.update(done.getAsDouble());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}
}
