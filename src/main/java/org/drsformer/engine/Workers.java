package org.drsformer.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Threads that run operations of libtorch side by side. Each has a number of threads inside of an operation of its own,
 * as every thread that calls libtorch has.
 */
public final class Workers implements AutoCloseable {

	private final ExecutorService executor;

	/**
	 * @param count how many work side by side, at least 1
	 * @param threads inside of an operation of each, at least 1
	 */
	public Workers(final int count, final int threads) {
		executor = Executors.newFixedThreadPool(count, work -> {
			final Thread thread = new Thread(() -> {
				Torch.setThreads(threads);
				work.run();
			}, "DRSformer worker");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Runs tasks side by side. Returns when all have ended, even if this thread is interrupted: an operation of
	 * libtorch cannot be stopped, and its arrays must stay until it ends.
	 *
	 * @return the results in the order of the tasks
	 * @throws RuntimeException or Error the failure of the first task that failed, in the order of the tasks
	 */
	public <T> List<T> run(final List<Supplier<T>> tasks) {
		final List<CompletableFuture<T>> futures = tasks.stream()
			.map(task -> CompletableFuture.supplyAsync(task, executor))
			.toList();
		try {
			CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
			return futures.stream().map(CompletableFuture::join).toList();
		}
		catch (final CompletionException failed) {
			throw failure(futures);
		}
	}

	private static <T> RuntimeException failure(final List<CompletableFuture<T>> futures) {
		for (final CompletableFuture<T> future : futures)
			try {
				future.join();
			}
			catch (final CompletionException failed) {
				if (failed.getCause() instanceof final Error error)
					throw error;
				return (RuntimeException) failed.getCause();
			}
		throw new IllegalStateException("no task has failed");
	}

	@Override
	public void close() {
		executor.shutdown();
	}
}
