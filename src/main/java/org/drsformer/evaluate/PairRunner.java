package org.drsformer.evaluate;

import java.util.List;
import java.util.function.Consumer;

import org.drsformer.Progress;

/** Scores the pairs of an evaluation: on the threads of this computer, or elsewhere. */
@FunctionalInterface
public interface PairRunner {

	/**
	 * Scores the pairs of all tasks.
	 *
	 * @param progress updated on the calling thread
	 * @param outcomes called with the outcome of each task, in their order, on the calling thread
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	void run(List<PairTask> tasks, Progress progress, Consumer<PairTask.Outcome> outcomes);
}
