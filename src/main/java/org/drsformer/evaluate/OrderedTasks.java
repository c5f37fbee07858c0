package org.drsformer.evaluate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import org.drsformer.FutureResult;
import org.drsformer.Progress;

/**
 * Runs tasks on several threads and passes on their results in order. At most twice as many tasks as there are threads
 * are started before their results are passed on, so the memory that is used does not grow with the number of tasks.
 */
final class OrderedTasks<T> {

	/** The time in milliseconds after which a cancelled run is noticed during a long task. */
	private static final int POLL_MILLIS = 200;

	private final Iterator<? extends Callable<T>> waiting;
	private final int count;
	private final Progress progress;
	private final Deque<Future<T>> begun = new ArrayDeque<>();
	private int given;

	OrderedTasks(final List<? extends Callable<T>> tasks, final Progress progress) {
		waiting = tasks.iterator();
		count = tasks.size();
		this.progress = progress;
	}

	/**
	 * Runs all tasks.
	 *
	 * @param results called on the calling thread, in the order of the tasks
	 * @throws CancellationException if the progress asks for it; running tasks are interrupted
	 */
	void run(final int threads, final Consumer<T> results) {
		final ExecutorService pool = Executors.newFixedThreadPool(threads, OrderedTasks::thread);
		try {
			while (waiting.hasNext() || !begun.isEmpty()) {
				while (waiting.hasNext() && begun.size() < 2 * threads)
					begun.add(pool.submit(waiting.next()));
				results.accept(result(begun.remove()));
				given++;
			}
			progress.update(1);
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "evaluation");
		thread.setDaemon(true);
		return thread;
	}

	private T result(final Future<T> future) {
		while (true) {
			progress.update((double) given / count);
			try {
				return FutureResult.within(future, POLL_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (final TimeoutException unfinished) {
				continue;
			}
		}
	}
}
