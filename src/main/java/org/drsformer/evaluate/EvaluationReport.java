package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.Software;
import org.drsformer.metric.Protocol;

/**
 * The results of an evaluation.
 *
 * @param version of this software
 * @param targets the folder of the clean images
 * @param methods that were evaluated
 * @param protocols that scored them
 * @param scores in natural order of the names; for each name the scores of every method, for each method those of every
 *        protocol
 * @param unscored what had no partner, could not be read or could not be compared
 */
public record EvaluationReport(String version, Path targets, List<Method> methods, List<Protocol> protocols,
	List<PairScore> scores, List<Unscored> unscored) {

	public EvaluationReport {
		methods = List.copyOf(methods);
		protocols = List.copyOf(protocols);
		scores = List.copyOf(scores);
		unscored = List.copyOf(unscored);
	}

	static EvaluationReport of(final EvaluationSettings settings, final List<Method> methods,
		final List<PairScore> scores, final List<Unscored> unscored)
	{
		return new EvaluationReport(Software.version(), settings.targets(), methods, settings.protocols(), scores,
			unscored);
	}

	/** Returns a summary for each method under each protocol. */
	public List<Summary> summaries() {
		final List<Summary> summaries = new ArrayList<>();
		for (final Protocol protocol : protocols)
			for (final Method method : methods)
				summaries.add(
					Summary.of(method.name(), protocol.name(), scores(method, protocol), notScored(method, protocol)));
		return summaries;
	}

	private int notScored(final Method method, final Protocol protocol) {
		return (int) unscored.stream()
			.filter(problem -> problem.concerns(method.name(), protocol.name()))
			.map(Unscored::name)
			.distinct()
			.count();
	}

	/** Returns the scores of one method by one protocol. */
	public List<PairScore> scores(final Method method, final Protocol protocol) {
		return scores.stream()
			.filter(score -> score.method().equals(method.name()) && score.protocol().equals(protocol.name()))
			.toList();
	}
}
