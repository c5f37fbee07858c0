package org.drsformer.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.drsformer.evaluate.PairRunner;
import org.drsformer.evaluate.PairTask;

/**
 * Lets the executors of a cluster score the pairs of an evaluation. The executors read files by their paths, and copies
 * of files with addresses.
 */
final class ClusterScorer implements PairRunner {

	/** With more tasks the overhead grows without benefit. */
	private static final int MOST_TASKS = 10_000;

	private final Supplier<SparkContext> spark;

	ClusterScorer(final Supplier<SparkContext> spark) {
		this.spark = spark;
	}

	@Override
	public void run(final List<PairTask> tasks, final Consumer<PairTask.Outcome> outcomes) {
		if (tasks.isEmpty())
			return;
		final List<RemotePair> pairs = new ArrayList<>(tasks.stream().map(RemotePair::of).toList());
		final SparkContext context = spark.get();
		final String name = UUID.randomUUID().toString();
		context.setCallSite("score pairs");
		try {
			JavaSparkContext.fromSparkContext(context)
				.parallelize(pairs, Math.min(pairs.size(), MOST_TASKS))
				.map(pair -> pair.score(name))
				.collect()
				.forEach(outcomes);
		}
		finally {
			context.clearCallSite();
			StageCleaner.clean(context, name);
		}
	}
}
