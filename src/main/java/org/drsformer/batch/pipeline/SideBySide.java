package org.drsformer.batch.pipeline;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.drsformer.engine.Helpers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks on the threads of {@link Helpers}, a limited number at once, and begins them in their order. */
final class SideBySide implements Executor {

	private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);

	private final int most;
	private final Consumer<Runnable> starter;
	private final Queue<Runnable> waiting = new ArrayDeque<>();
	private int threads;

	/** @param most the number of tasks at once */
	SideBySide(final int most) {
		this(most, Helpers::start);
	}

	/** @param starter starts a task on another thread */
	SideBySide(final int most, final Consumer<Runnable> starter) {
		this.most = most;
		this.starter = starter;
	}

	/** @param task must not fail */
	@Override
	public void execute(final Runnable task) {
		if (!needsThread(task))
			return;
		try {
			starter.accept(this::work);
		}
		catch (final OutOfMemoryError noThread) {
			LOG.warn("Another thread could not start ({}).", noThread.getMessage());
			work();
		}
	}

	private synchronized boolean needsThread(final Runnable task) {
		waiting.add(task);
		if (threads == most)
			return false;
		threads++;
		return true;
	}

	private void work() {
		for (Runnable task = next(); task != null; task = next())
			task.run();
	}

	private synchronized Runnable next() {
		final Runnable task = waiting.poll();
		if (task == null) {
			threads--;
			notifyAll();
		}
		return task;
	}

	/** Forgets the tasks that have not begun. */
	synchronized void clear() {
		waiting.clear();
	}

	/** Returns whether all tasks have ended; waits a moment if they have not. */
	synchronized boolean isIdle(final int millis) throws InterruptedException {
		if (threads > 0)
			TimeUnit.MILLISECONDS.timedWait(this, millis);
		return threads == 0;
	}
}
