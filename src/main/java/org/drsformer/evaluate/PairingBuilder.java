package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.score.Unscored;

/** Collects the tasks of a pairing, and what has no partner. */
final class PairingBuilder {

	private final EvaluationSettings settings;
	private final Map<Method, NamedImages> results;
	private final List<PairTask> tasks = new ArrayList<>();
	private final List<Unscored> unpaired = new ArrayList<>();
	private final List<Path> withoutTarget = new ArrayList<>();

	PairingBuilder(final EvaluationSettings settings, final Map<Method, NamedImages> results) {
		this.settings = settings;
		this.results = results;
	}

	private Pairing result(final List<String> notes) {
		return new Pairing(List.copyOf(tasks), List.copyOf(unpaired), List.copyOf(withoutTarget), notes);
	}

	/** Takes all results; there are no targets. */
	Pairing withoutTargets() {
		names().forEach(name -> addTask(name, Optional.empty(), partners(name)));
		addAmbiguous();
		return result(List.of());
	}

	private void addAmbiguous() {
		results.forEach((method, images) -> images.ambiguous()
			.forEach((name, sentence) -> unpaired.add(new Unscored(method.name(), "", name, sentence))));
	}

	/**
	 * Pairs results and targets by their keys.
	 *
	 * @param notes sentences on how the keys were found
	 * @throws DrsformerException if there is no pair
	 */
	Pairing pair(final Targets targets, final List<String> notes) {
		targets.images().ambiguous().forEach((name, sentence) -> unpaired.add(Unscored.pair("", name, sentence)));
		final Map<String, Set<String>> namesOfTargets = new LinkedHashMap<>();
		targets.images().files().keySet().forEach(target -> namesOfTargets.put(target, new LinkedHashSet<>()));
		final Set<String> left = new LinkedHashSet<>();
		for (final String name : names())
			targets.nameOf(key(name)).ifPresentOrElse(target -> namesOfTargets.get(target).add(name), () -> {
				if (!targets.isAmbiguous(key(name)))
					left.add(name);
			});
		final Set<String> places = places(namesOfTargets);
		namesOfTargets.forEach((target, names) -> {
			if (!settings.below() || places.contains(NamedImages.placeOf(target)))
				pair(target, targets.images().files().get(target), names);
		});
		checkAny(targets.images());
		left.forEach(this::addWithoutTarget);
		addAmbiguous();
		return result(notes);
	}

	/** Returns the names of all results. */
	private Set<String> names() {
		final Set<String> names = new LinkedHashSet<>();
		results.values().forEach(images -> names.addAll(images.files().keySet()));
		return names;
	}

	private String key(final String name) {
		return results.values()
			.stream()
			.filter(images -> images.files().containsKey(name))
			.map(images -> images.keys().get(name))
			.findFirst()
			.orElseThrow();
	}

	/** Returns the folders of targets that have a result: other folders are of data sets that are not evaluated. */
	private static Set<String> places(final Map<String, Set<String>> namesOfTargets) {
		final Set<String> places = new HashSet<>();
		namesOfTargets.forEach((target, names) -> {
			if (!names.isEmpty())
				places.add(NamedImages.placeOf(target));
		});
		return places;
	}

	/** Pairs a target with the results of some names; usually this is one name, that of the target. */
	private void pair(final String targetName, final Path target, final Set<String> names) {
		final Set<String> wanted = names.isEmpty() ? Set.of(targetName) : names;
		wanted.forEach(name -> results.forEach((method, images) -> {
			if (!images.files().containsKey(name) && !images.ambiguous().containsKey(name))
				unpaired.add(withoutResult(method, name, targetName, target));
		}));
		names.forEach(name -> addTask(name, Optional.of(target), partners(name)));
	}

	private Map<Method, Path> partners(final String name) {
		final Map<Method, Path> partners = new LinkedHashMap<>();
		results.forEach((method, images) -> {
			if (images.files().containsKey(name))
				partners.put(method, images.files().get(name));
		});
		return partners;
	}

	private void addTask(final String name, final Optional<Path> target, final Map<Method, Path> files) {
		tasks.add(new PairTask(name, target, files, settings.protocols(), settings.crop(), settings.time()));
	}

	private static Unscored withoutResult(final Method method, final String name, final String targetName,
		final Path target)
	{
		return Unscored.pair(method.name(), name, "The target " + target + " has no result " +
			(name.equals(targetName) ? "" : name + " ") + "in " + method.folder() + ".");
	}

	/**
	 * Checks that there is a pair: if no names fit at all, the settings are wrong, and a long list of images would not
	 * say so.
	 */
	private void checkAny(final NamedImages targets) {
		final Map.Entry<Method, NamedImages> first = results.entrySet().iterator().next();
		final boolean ambiguous = !targets.ambiguous().isEmpty()
			|| results.values().stream().anyMatch(images -> !images.ambiguous().isEmpty());
		if (tasks.isEmpty() && !ambiguous)
			throw new DrsformerException(
				"No result has the name of a target: for example, " + oneOf(first.getValue()) + " in " +
					first.getKey().folder() + " and " + oneOf(targets) + " in " + settings.targets().orElseThrow() +
					" differ; give patterns that say which part of the file names pairs" +
					" them, such as *_DR.png, or *_#.png if many results have one target.");
	}

	private static Path oneOf(final NamedImages images) {
		return images.files().values().iterator().next().getFileName();
	}

	/** A result without a target is a problem, unless another protocol scores it. */
	private void addWithoutTarget(final String name) {
		final Map<Method, Path> files = partners(name);
		if (!settings.protocols().single().isEmpty()) {
			addTask(name, Optional.empty(), files);
			withoutTarget.addAll(files.values());
			return;
		}
		files.forEach((method, result) -> unpaired.add(Unscored.pair(method.name(), name,
			"The result " + result + " has no target in " + settings.targets().orElseThrow() + ".")));
	}
}
