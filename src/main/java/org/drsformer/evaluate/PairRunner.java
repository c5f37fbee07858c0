package org.drsformer.evaluate;

import java.util.List;
import java.util.function.Consumer;

/** Who scores the pairs of an evaluation: the threads of this computer, or others. */
@FunctionalInterface
public interface PairRunner {

	/** @param outcomes told what came of each task, in their order, on the calling thread */
	void run(List<PairTask> tasks, Consumer<PairTask.Outcome> outcomes);
}
