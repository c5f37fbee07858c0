package org.drsformer.network.strip;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

import org.drsformer.engine.Helpers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes numbered parts side by side, on the calling thread and on helpers. Hands the results over in the order of
 * the parts, one at a time, so that sums are the same to the last bit for every number of threads.
 *
 * @param <R> the result of a part
 */
final class OrderedParts<R> {

	private static final Logger LOG = LoggerFactory.getLogger(OrderedParts.class);

	private final int count;
	/** A part is not begun when so many parts before it are not handed over: their results take memory. */
	private final int lead;
	private final IntFunction<R> compute;
	private final ObjIntConsumer<R> take;

	private final Map<Integer, R> waiting = new HashMap<>();
	private int begun;
	private int taken;
	private int active;
	private Throwable failure;

	/**
	 * @param count the number of parts
	 * @param lead of a part before the first one that is not handed over, at least 1
	 * @param compute returns the result of a part, on any of the threads
	 * @param take takes over the result of a part, on any of the threads
	 */
	OrderedParts(final int count, final int lead, final IntFunction<R> compute, final ObjIntConsumer<R> take) {
		this.count = count;
		this.lead = lead;
		this.compute = compute;
		this.take = take;
	}

	/**
	 * Returns when all parts are handed over. When a part fails, no other part is begun, and those that have begun end
	 * first, even if this thread is interrupted: native operations cannot be stopped.
	 *
	 * @param helpers how many other threads compute parts, at most
	 * @param drop is called for the results that are not handed over, if a part has failed
	 * @throws RuntimeException or Error the first failure
	 */
	void run(final int helpers, final Consumer<R> drop) {
		run(helpers, drop, Helpers::start);
	}

	/** @param starter starts a task on another thread */
	void run(final int helpers, final Consumer<R> drop, final Consumer<Runnable> starter) {
		start(Math.min(helpers, count - 1), starter);
		work();
		final Throwable failed = await();
		if (failed == null)
			return;
		waiting.values().forEach(drop);
		if (failed instanceof final Error error)
			throw error;
		throw (RuntimeException) failed;
	}

	/** Starts helpers, or fewer where the system gives no more threads: the others do their work. */
	private void start(final int helpers, final Consumer<Runnable> starter) {
		int started = 0;
		try {
			for (; started < helpers; started++)
				starter.accept(this::work);
		}
		catch (final OutOfMemoryError failure) {
			LOG.warn("Only {} of {} threads could start ({}).", started + 1, helpers + 1, failure.getMessage());
		}
	}

	private void work() {
		for (int part = begin(); part < count; part = begin())
			try {
				end(part, compute.apply(part));
			}
			catch (final RuntimeException | Error failed) {
				fail(failed);
			}
	}

	/** Returns the next part; {@code count} if there is none. */
	private synchronized int begin() {
		boolean interrupted = false;
		while (failure == null && begun < count && begun - taken >= lead)
			interrupted |= isInterruptedWaiting();
		restore(interrupted);
		if (failure != null || begun == count)
			return count;
		active++;
		return begun++;
	}

	private synchronized void end(final int part, final R result) {
		waiting.put(part, result);
		while (failure == null && waiting.containsKey(taken)) {
			take.accept(waiting.remove(taken), taken);
			taken++;
		}
		active--;
		notifyAll();
	}

	private synchronized void fail(final Throwable failed) {
		if (failure == null)
			failure = failed;
		active--;
		notifyAll();
	}

	/** Waits for the parts on other threads, and returns the first failure; null for none. */
	private synchronized Throwable await() {
		boolean interrupted = false;
		while (active > 0)
			interrupted |= isInterruptedWaiting();
		restore(interrupted);
		return failure;
	}

	private boolean isInterruptedWaiting() {
		try {
			wait();
			return false;
		}
		catch (final InterruptedException stop) {
			return true;
		}
	}

	private static void restore(final boolean interrupted) {
		if (interrupted)
			Thread.currentThread().interrupt();
	}
}
