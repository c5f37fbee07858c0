package org.drsformer.evaluate;

import java.util.List;
import java.util.function.Consumer;

/** Scores the pairs of an evaluation: on the threads of this computer, or elsewhere. */
@FunctionalInterface
public interface PairRunner {

	/**
	 * Scores the pairs of all tasks.
	 *
	 * @param outcomes called with the outcome of each task, in their order, on the calling thread
	 */
	void run(List<PairTask> tasks, Consumer<PairTask.Outcome> outcomes);
}
