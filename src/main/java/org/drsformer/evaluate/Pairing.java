package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
		final Targets named = new Targets(targets.get());
		final boolean anyName = settings.resultPattern().equals(NamePattern.ANY)
			&& settings.targetPattern().equals(NamePattern.ANY);
		final Targets numbered = anyName ? named.withNumbers() : named;
		final Set<String> places = anyName ? placesByNumber(numbered, results) : Set.of();
		if (places.isEmpty())
			return new PairingBuilder(settings, results).pair(named, List.of());
		final Map<Method, NamedImages> byNumber = new LinkedHashMap<>(results);
		// the names of other methods differ, so that only the numbers tell which results belong together
		byNumber.replaceAll((method, images) -> images.byNumber(places, results.size() > 1));
		return new PairingBuilder(settings, byNumber).pair(numbered,
			List.of(note(places, numbered, byNumber, results)));
	}

	/** Returns the folders in which results fit to targets by number, and not by name. */
	private static Set<String> placesByNumber(final Targets targets, final Map<Method, NamedImages> results) {
		final Set<String> places = places(results.values());
		places.removeIf(place -> hasPair(place, targets, results.values()));
		places.removeIf(place -> !results.values().stream().allMatch(images -> images.isNumbered(place)));
		final List<NamedImages> numbered = results.values().stream().map(one -> one.byNumber(places, false)).toList();
		places.removeIf(place -> !hasPair(place, targets, numbered));
		return places;
	}

	private static Set<String> places(final Collection<NamedImages> results) {
		final Set<String> places = new LinkedHashSet<>();
		results.forEach(images -> images.files().keySet().forEach(name -> places.add(NamedImages.placeOf(name))));
		return places;
	}

	private static boolean hasPair(final String place, final Targets targets, final Collection<NamedImages> results) {
		return results.stream()
			.anyMatch(images -> images.files()
				.keySet()
				.stream()
				.anyMatch(name -> NamedImages.placeOf(name).equals(place) && targets.isKnown(images.keys().get(name))));
	}

	private static String note(final Set<String> places, final Targets targets, final Map<Method, NamedImages> byNumber,
		final Map<Method, NamedImages> results)
	{
		final String where = places.equals(places(results.values())) ? ""
			: places.stream().map(EvaluationReport::label).collect(Collectors.joining(", ", "in ", " "));
		return "No result " + where +
			"has the name of a target, so they are paired by the first number in their names, such as " +
			example(places, targets, byNumber) + ".";
	}

	private static String example(final Set<String> places, final Targets targets,
		final Map<Method, NamedImages> results)
	{
		for (final NamedImages images : results.values())
			for (final Map.Entry<String, Path> result : images.files().entrySet()) {
				final Optional<Path> target = targets.of(images.keys().get(result.getKey()));
				if (target.isPresent() && places.contains(NamedImages.placeOf(result.getKey())))
					return result.getValue().getFileName() + " with " + target.get().getFileName();
			}
		throw new IllegalStateException("no pair");
	}
}
