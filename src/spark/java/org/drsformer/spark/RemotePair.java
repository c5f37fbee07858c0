package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.PairTask;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.imageplus.Crop;
import org.drsformer.image.file.content.ReadTime;

/**
 * The serializable form of a {@link PairTask} for executors, where the paths are the same.
 *
 * @param target null if there is none
 */
record RemotePair(String name, String target, ArrayList<Result> results, ArrayList<Rule> protocols, Crop crop,
	int readSeconds) implements Serializable {

	/** The result file of a method. */
	private record Result(String method, String folder, String file) implements Serializable {}

	/** @param dataRange null for the range of the pixel type */
	private record Rule(String protocol, Double dataRange) implements Serializable {

		static ArrayList<Rule> of(final Protocols protocols) {
			final ArrayList<Rule> rules = new ArrayList<>();
			protocols.paired().forEach(one -> rules.add(of(one.name(), one.statedDataRange())));
			protocols.single().forEach(one -> rules.add(of(one.name(), one.statedDataRange())));
			return rules;
		}

		private static Rule of(final String name, final OptionalDouble range) {
			return new Rule(name, range.isPresent() ? range.getAsDouble() : null);
		}

		/** Returns the protocols of rules, which all have the same range. */
		static Protocols get(final List<Rule> rules) {
			final Protocols named = Protocols.byNames(rules.stream().map(Rule::protocol).toList());
			final Double range = rules.get(0).dataRange;
			return range == null ? named : named.withDataRange(range);
		}
	}

	static RemotePair of(final PairTask task) {
		final ArrayList<Result> results = new ArrayList<>();
		task.results()
			.forEach(
				(method, file) -> results.add(new Result(method.name(), method.folder().toString(), absolute(file))));
		return new RemotePair(task.name(), task.target().map(RemotePair::absolute).orElse(null), results,
			Rule.of(task.protocols()), task.crop(), task.time().seconds());
	}

	private static String absolute(final Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	PairTask task() {
		final Map<Method, Path> files = new LinkedHashMap<>();
		for (final Result result : results)
			files.put(new Method(result.method(), Path.of(result.folder())), Path.of(result.file()));
		return new PairTask(name, Optional.ofNullable(target).map(Path::of), files, Rule.get(protocols), crop,
			new ReadTime(readSeconds));
	}
}
