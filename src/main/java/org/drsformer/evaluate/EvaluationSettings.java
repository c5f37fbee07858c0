package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.imageplus.Crop;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

/**
 * What is evaluated, and how.
 *
 * @param results the folder of each method
 * @param targets the folder of the clean images; empty if no protocol needs them
 * @param resultPattern which files are results
 * @param targetPattern which files are targets
 * @param protocols at least one
 * @param threads the number of threads; 0 for one on each processor
 * @param time the most time for reading a file
 * @param below whether the folders below are evaluated too, each as a data set
 * @param crop which part of the pairs is compared
 */
public record EvaluationSettings(List<Path> results, Optional<Path> targets, NamePattern resultPattern,
	NamePattern targetPattern, Protocols protocols, int threads, ReadTime time, boolean below, Crop crop) {

	/**
	 * Checks the settings.
	 *
	 * @throws DrsformerException if there is no folder or no protocol, a protocol needs targets and there are none, or
	 *         the number of threads is negative
	 */
	public EvaluationSettings {
		results = List.copyOf(results);
		if (results.isEmpty() || protocols.paired().isEmpty() && protocols.single().isEmpty())
			throw new DrsformerException("There is nothing to evaluate; name a folder of results and a protocol.");
		if (targets.isEmpty() == !protocols.paired().isEmpty())
			throw new DrsformerException("Targets are needed by protocols that score against them, and only by those.");
		if (threads < 0)
			throw new DrsformerException(
				"The number of threads cannot be " + threads + "; give at least 0 (all processors).");
	}

	/** Makes settings with the usual time for reading a file. */
	public EvaluationSettings(final List<Path> results, final Optional<Path> targets, final NamePattern resultPattern,
		final NamePattern targetPattern, final Protocols protocols, final int threads)
	{
		this(results, targets, resultPattern, targetPattern, protocols, threads, ReadTime.USUAL, false, Crop.NONE);
	}

	/** Returns settings that pair files of the same name and use all processors. */
	public static EvaluationSettings of(final List<Path> results, final Path targets, final Protocol... protocols) {
		return of(results, Optional.of(targets), Protocols.of(protocols));
	}

	/** Returns settings that pair files of the same name, if there are targets, and use all processors. */
	public static EvaluationSettings of(final List<Path> results, final Optional<Path> targets,
		final Protocols protocols)
	{
		return new EvaluationSettings(results, targets, NamePattern.ANY, NamePattern.ANY, protocols, 0);
	}

	/** Returns settings with which the folders below are evaluated too, each as a data set, or are not. */
	public EvaluationSettings withBelow(final boolean newBelow) {
		return new EvaluationSettings(results, targets, resultPattern, targetPattern, protocols, threads, time,
			newBelow, crop);
	}

	/** Returns settings that compare another part of the pairs. */
	public EvaluationSettings withCrop(final Crop newCrop) {
		return new EvaluationSettings(results, targets, resultPattern, targetPattern, protocols, threads, time, below,
			newCrop);
	}

	/** Returns the number of threads on this machine. */
	int threadCount() {
		return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
	}
}
