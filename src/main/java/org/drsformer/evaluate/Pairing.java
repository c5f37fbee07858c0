package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.score.Unscored;

/**
 * Assigns results to targets, and finds those that have no partner.
 *
 * @param tasks one for each target that has a result, in natural order, and, if protocols without a target are used,
 *        after them one for each other result
 * @param unpaired the images with no partner or more than one
 * @param withoutTarget results that only protocols without a target score, although there are targets
 */
record Pairing(List<PairTask> tasks, List<Unscored> unpaired, List<Path> withoutTarget) {

	static Pairing of(final EvaluationSettings settings, final Optional<NamedImages> targets,
		final Map<Method, NamedImages> results)
	{
		final Builder builder = new Builder(settings, results);
		targets.ifPresentOrElse(builder::pair, builder::takeResults);
		return new Pairing(List.copyOf(builder.tasks), List.copyOf(builder.unpaired),
			List.copyOf(builder.withoutTarget));
	}

	private static final class Builder {

		private final EvaluationSettings settings;
		private final Map<Method, NamedImages> results;
		private final List<PairTask> tasks = new ArrayList<>();
		private final List<Unscored> unpaired = new ArrayList<>();
		private final List<Path> withoutTarget = new ArrayList<>();

		private Builder(final EvaluationSettings settings, final Map<Method, NamedImages> results) {
			this.settings = settings;
			this.results = results;
		}

		private void pair(final NamedImages targets) {
			targets.ambiguous().forEach((name, sentence) -> unpaired.add(Unscored.pair("", name, sentence)));
			targets.files().forEach(this::pair);
			checkAny(targets);
			final Set<String> left = names();
			left.removeAll(targets.files().keySet());
			left.removeAll(targets.ambiguous().keySet());
			left.forEach(this::addWithoutTarget);
		}

		/** Returns the names of all results. */
		private Set<String> names() {
			final Set<String> names = new LinkedHashSet<>();
			results.values().forEach(images -> names.addAll(images.files().keySet()));
			return names;
		}

		private void takeResults() {
			names().forEach(name -> addTask(name, Optional.empty(), partners(name)));
			results.forEach((method, images) -> images.ambiguous()
				.forEach((name, sentence) -> unpaired.add(new Unscored(method.name(), "", name, sentence))));
		}

		/**
		 * Checks that there is a pair: if no names fit at all, the settings are wrong, and a long list of images would
		 * not say so.
		 */
		private void checkAny(final NamedImages targets) {
			final Map.Entry<Method, NamedImages> first = results.entrySet().iterator().next();
			final boolean ambiguous = !targets.ambiguous().isEmpty()
				|| results.values().stream().anyMatch(images -> !images.ambiguous().isEmpty());
			if (tasks.isEmpty() && !ambiguous)
				throw new DrsformerException(
					"No result has the name of a target: for example, " + oneOf(first.getValue()) + " in " +
						first.getKey().folder() + " and " + oneOf(targets) + " in " + settings.targets().orElseThrow() +
						" differ; give patterns that say which part of the file names pairs them, such as *_DR.png.");
		}

		private static Path oneOf(final NamedImages images) {
			return images.files().values().iterator().next().getFileName();
		}

		private void pair(final String name, final Path target) {
			final Map<Method, Path> partners = partners(name);
			results.keySet().forEach(method -> {
				if (!partners.containsKey(method))
					unpaired.add(withoutResult(method, name, target));
			});
			if (!partners.isEmpty())
				addTask(name, Optional.of(target), partners);
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
			tasks.add(new PairTask(name, target, files, settings.protocols(), settings.time()));
		}

		private Unscored withoutResult(final Method method, final String name, final Path target) {
			final String ambiguous = results.get(method).ambiguous().get(name);
			return ambiguous != null ? new Unscored(method.name(), "", name, ambiguous)
				: Unscored.pair(method.name(), name,
					"The target " + target + " has no result in " + method.folder() + ".");
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
}
