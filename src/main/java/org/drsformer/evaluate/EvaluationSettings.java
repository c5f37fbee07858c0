package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

/**
 * What is evaluated, and how.
 *
 * @param results the folder of each method
 * @param targets the folder of the clean images
 * @param resultPattern which files are results
 * @param targetPattern which files are targets
 * @param protocols at least one
 * @param threads how many processors are used; 0 for all
 * @param time how long reading a file may take
 */
public record EvaluationSettings(List<Path> results, Path targets, NamePattern resultPattern, NamePattern targetPattern,
	List<Protocol> protocols, int threads, ReadTime time) {

	/** @throws DrsformerException if there is no folder or no protocol, or threads are negative */
	public EvaluationSettings {
		results = List.copyOf(results);
		protocols = List.copyOf(protocols);
		if (results.isEmpty() || protocols.isEmpty())
			throw new DrsformerException("There is nothing to evaluate; name a folder of results and a protocol.");
		if (threads < 0)
			throw new DrsformerException("There cannot be " + threads + " threads; give at least 0 (all processors).");
	}

	/** Files may take the usual time. */
	public EvaluationSettings(final List<Path> results, final Path targets, final NamePattern resultPattern,
		final NamePattern targetPattern, final List<Protocol> protocols, final int threads)
	{
		this(results, targets, resultPattern, targetPattern, protocols, threads, ReadTime.USUAL);
	}

	/** Files of the same name are paired, all processors are used. */
	public static EvaluationSettings of(final List<Path> results, final Path targets, final Protocol... protocols) {
		return new EvaluationSettings(results, targets, NamePattern.ANY, NamePattern.ANY, List.of(protocols), 0);
	}

	public EvaluationSettings withThreads(final int newThreads) {
		return new EvaluationSettings(results, targets, resultPattern, targetPattern, protocols, newThreads, time);
	}

	public EvaluationSettings withTime(final ReadTime newTime) {
		return new EvaluationSettings(results, targets, resultPattern, targetPattern, protocols, threads, newTime);
	}

	/** How many threads that means on this machine. */
	int threadCount() {
		return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
	}
}
