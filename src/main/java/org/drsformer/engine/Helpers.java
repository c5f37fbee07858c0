package org.drsformer.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads that help whoever computes with libtorch. All share them, and they stay for a minute when there is nothing to
 * do: glibc gives each thread memory of its own, so that a new thread for each image would need fresh memory as well.
 */
public final class Helpers {

	private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool(task -> {
		final Thread thread = new Thread(task, "DRSformer helper");
		thread.setDaemon(true);
		return thread;
	});

	private Helpers() {
		// static functions only
	}

	/**
	 * Starts a task on a thread of its own, which records nothing for gradients and uses one processor for each
	 * operation.
	 *
	 * @param task must not fail
	 */
	public static void start(final Runnable task) {
		EXECUTOR.execute(() -> Torch.infer(() -> Torch.withoutThreadsInside(() -> {
			task.run();
			return null;
		})));
	}
}
