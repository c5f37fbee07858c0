package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.evaluate.PairTask;
import org.drsformer.spark.remote.HadoopFiles;

/**
 * The pairs of one task.
 *
 * @param first the number of the first pair
 * @param hosts the computers that have the first of its files on their disks; may be empty
 */
record PairPart(int first, ArrayList<RemotePair> pairs, ArrayList<String> hosts) implements Serializable {

	/** The number of tasks for each processor, so that all processors end together. */
	private static final int TASKS_OF_A_PROCESSOR = 8;

	/** What is done again at most if an executor is lost. */
	private static final int MOST_PAIRS = 16;

	/** The outcome of the pair with a number. */
	record Scored(int number, PairTask.Outcome outcome) implements Serializable {}

	/**
	 * Distributes pairs, which keep their order.
	 *
	 * @param processors the number of tasks that run at once
	 */
	static List<PairPart> of(final List<PairTask> tasks, final int processors) {
		final int size = Math.min(MOST_PAIRS, Math.max(1, tasks.size() / (processors * TASKS_OF_A_PROCESSOR)));
		final List<PairPart> parts = new ArrayList<>();
		for (int first = 0; first < tasks.size(); first += size)
			parts.add(of(first, tasks.subList(first, Math.min(first + size, tasks.size()))));
		return parts;
	}

	private static PairPart of(final int first, final List<PairTask> tasks) {
		final Path result = tasks.get(0).results().values().iterator().next();
		return new PairPart(first, new ArrayList<>(tasks.stream().map(RemotePair::of).toList()),
			new ArrayList<>(HadoopFiles.hosts(result)));
	}

	/** @param job the name of the job */
	ArrayList<Scored> score(final String job) {
		final ArrayList<Scored> scored = new ArrayList<>();
		for (final RemotePair pair : pairs)
			scored.add(new Scored(first + scored.size(), pair.score(job)));
		return scored;
	}
}
