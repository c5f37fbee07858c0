package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.drsformer.evaluate.score.Unscored;

/**
 * Assigns results to targets, and finds those that have no partner.
 *
 * @param tasks one for each result, in natural order of the targets, and, if protocols without a target are used, after
 *        them one for each other result
 * @param unpaired the images with no partner or more than one
 * @param withoutTarget results that only protocols without a target score, although there are targets
 * @param notes sentences on how the pairs were made, if not by equal names
 */
record Pairing(List<PairTask> tasks, List<Unscored> unpaired, List<Path> withoutTarget, List<String> notes) {

	static Pairing of(final EvaluationSettings settings, final Optional<NamedImages> targets,
		final Map<Method, NamedImages> results)
	{
		if (targets.isEmpty())
			return new PairingBuilder(settings, results).withoutTargets();
		return byNumber(settings, targets.get(), results)
			.orElseGet(() -> new PairingBuilder(settings, results).pair(new Targets(targets.get()), List.of()));
	}

	/** Pairs by number, if no patterns are given, names fit nowhere and the numbers are unique. */
	private static Optional<Pairing> byNumber(final EvaluationSettings settings, final NamedImages targets,
		final Map<Method, NamedImages> results)
	{
		final boolean named = !settings.resultPattern().equals(NamePattern.ANY)
			|| !settings.targetPattern().equals(NamePattern.ANY) || hasPair(new Targets(targets), results);
		final Optional<NamedImages> numbered = targets.byNumber();
		if (named || numbered.isEmpty())
			return Optional.empty();
		final Map<Method, NamedImages> numberedResults = new LinkedHashMap<>();
		for (final Map.Entry<Method, NamedImages> entry : results.entrySet()) {
			if (entry.getValue().byNumber().isEmpty())
				return Optional.empty();
			numberedResults.put(entry.getKey(), entry.getValue().byNumber().get());
		}
		// the names of other methods differ, so that only the numbers tell which results belong together
		if (results.size() > 1)
			numberedResults.replaceAll((method, images) -> images.byKey());
		final Targets byNumber = new Targets(numbered.get());
		if (!hasPair(byNumber, numberedResults))
			return Optional.empty();
		return Optional.of(new PairingBuilder(settings, numberedResults).pair(byNumber,
			List.of(
				"No result has the name of a target, so they are paired by the first number in their names, such as " +
					example(byNumber, numberedResults) + ".")));
	}

	private static boolean hasPair(final Targets targets, final Map<Method, NamedImages> results) {
		return results.values()
			.stream()
			.anyMatch(
				images -> images.files().keySet().stream().anyMatch(name -> targets.isKnown(images.keys().get(name))));
	}

	private static String example(final Targets targets, final Map<Method, NamedImages> results) {
		for (final NamedImages images : results.values())
			for (final Map.Entry<String, Path> result : images.files().entrySet()) {
				final Optional<Path> target = targets.of(images.keys().get(result.getKey()));
				if (target.isPresent())
					return result.getValue().getFileName() + " with " + target.get().getFileName();
			}
		throw new IllegalStateException("no pair");
	}
}
