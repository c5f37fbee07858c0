package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;

/** Assigns results to targets, and finds those that have no partner. */
final class Pairing {

	private final EvaluationSettings settings;
	private final NamedImages targets;
	private final Map<Method, NamedImages> results;
	private final List<PairTask> tasks = new ArrayList<>();
	private final List<Unscored> unpaired = new ArrayList<>();

	Pairing(final EvaluationSettings settings, final NamedImages targets, final Map<Method, NamedImages> results) {
		this.settings = settings;
		this.targets = targets;
		this.results = results;
		targets.ambiguous().forEach((name, sentence) -> unpaired.add(new Unscored("", "", name, sentence)));
		targets.files().forEach(this::pair);
		results.forEach(this::addLeftOver);
		checkAny();
	}

	/**
	 * Checks that there is a pair: if no names fit at all, the settings are wrong, and a long list of images would not
	 * say so.
	 */
	private void checkAny() {
		final Map.Entry<Method, NamedImages> first = results.entrySet().iterator().next();
		final boolean ambiguous = !targets.ambiguous().isEmpty()
			|| results.values().stream().anyMatch(images -> !images.ambiguous().isEmpty());
		if (tasks.isEmpty() && !ambiguous)
			throw new DrsformerException("No result has the name of a target: for example, " + oneOf(first.getValue()) +
				" in " + first.getKey().folder() + " and " + oneOf(targets) + " in " + settings.targets() +
				" differ; give patterns that say which part of the file names pairs them, such as *_DR.png.");
	}

	private static Path oneOf(final NamedImages images) {
		return images.files().values().iterator().next().getFileName();
	}

	/** Returns a task for each target that has a result, in natural order. */
	List<PairTask> tasks() {
		return tasks;
	}

	/** Returns the images with no partner or more than one. */
	List<Unscored> unpaired() {
		return unpaired;
	}

	private void pair(final String name, final Path target) {
		final Map<Method, Path> partners = new LinkedHashMap<>();
		results.forEach((method, images) -> {
			final Path result = images.files().get(name);
			if (result != null)
				partners.put(method, result);
			else
				unpaired.add(new Unscored(method.name(), "", name, withoutResult(method, name, target)));
		});
		if (!partners.isEmpty())
			tasks.add(new PairTask(name, target, partners, settings.protocols(), settings.time()));
	}

	private String withoutResult(final Method method, final String name, final Path target) {
		final String ambiguous = results.get(method).ambiguous().get(name);
		return ambiguous != null ? ambiguous : "The target " + target + " has no result in " + method.folder() + ".";
	}

	private void addLeftOver(final Method method, final NamedImages images) {
		images.files().forEach((name, result) -> {
			if (!targets.files().containsKey(name) && !targets.ambiguous().containsKey(name))
				unpaired.add(new Unscored(method.name(), "", name,
					"The result " + result + " has no target in " + settings.targets() + "."));
		});
	}
}
