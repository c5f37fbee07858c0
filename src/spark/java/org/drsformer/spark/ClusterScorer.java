package org.drsformer.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.apache.spark.SparkContext;
import org.drsformer.Progress;
import org.drsformer.evaluate.PairRunner;
import org.drsformer.evaluate.PairTask;

/**
 * Lets the executors of a cluster score the pairs of an evaluation. The executors read files by their paths, and copies
 * of files with addresses.
 */
final class ClusterScorer implements PairRunner {

	private static final String ADVICE = "no scores were written. Start again, perhaps with more memory for executors.";

	private final Supplier<SparkContext> spark;

	ClusterScorer(final Supplier<SparkContext> spark) {
		this.spark = spark;
	}

	@Override
	public void run(final List<PairTask> tasks, final Progress progress, final Consumer<PairTask.Outcome> outcomes) {
		if (tasks.isEmpty())
			return;
		final SparkContext context = spark.get();
		final String job = UUID.randomUUID().toString();
		final InOrder order = new InOrder(outcomes);
		try {
			new ClusterJob<PairPart, PairPart.Scored>(context, progress, () -> (double) order.received / tasks.size(),
				() -> false).forEachResult(PairPart.of(tasks, context.defaultParallelism()), PairPart::hosts,
					new ScoreTask(job), new ClusterJob.Stage("score " + folders(tasks), ADVICE), order::take);
			progress.update(1);
		}
		finally {
			StageCleaner.clean(context, job);
		}
	}

	private static String folders(final List<PairTask> tasks) {
		return tasks.stream()
			.flatMap(task -> task.results().keySet().stream())
			.map(method -> method.folder().toString())
			.distinct()
			.collect(Collectors.joining(", "));
	}

	/** Passes outcomes on in the order of the pairs; they arrive as the tasks end. */
	private static final class InOrder {

		private final Consumer<PairTask.Outcome> outcomes;
		private final Map<Integer, PairTask.Outcome> early = new HashMap<>();
		private int received;
		private int next;

		InOrder(final Consumer<PairTask.Outcome> outcomes) {
			this.outcomes = outcomes;
		}

		void take(final PairPart.Scored scored) {
			received++;
			early.put(scored.number(), scored.outcome());
			while (early.containsKey(next))
				outcomes.accept(early.remove(next++));
		}
	}
}
