package org.drsformer.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.PairTask;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

/** The serializable form of a {@link PairTask} for executors, where the paths are the same. */
record RemotePair(String name, String target, ArrayList<Result> results, ArrayList<Rule> protocols, int readSeconds)
	implements Serializable {

	/** The result file of a method. */
	private record Result(String method, String folder, String file) implements Serializable {}

	/** @param dataRange null for the range of the pixel type */
	private record Rule(String protocol, Double dataRange) implements Serializable {

		static Rule of(final Protocol protocol) {
			return new Rule(protocol.name(),
				protocol.statedDataRange().isPresent() ? protocol.statedDataRange().getAsDouble() : null);
		}

		Protocol get() {
			final Protocol named = Protocol.byName(protocol);
			return dataRange == null ? named : named.withDataRange(dataRange);
		}
	}

	static RemotePair of(final PairTask task) {
		final ArrayList<Result> results = new ArrayList<>();
		task.results()
			.forEach(
				(method, file) -> results.add(new Result(method.name(), method.folder().toString(), absolute(file))));
		return new RemotePair(task.name(), absolute(task.target()), results,
			task.protocols().stream().map(Rule::of).collect(Collectors.toCollection(ArrayList::new)),
			task.time().seconds());
	}

	private static String absolute(final Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	PairTask task() {
		final Map<Method, Path> files = new LinkedHashMap<>();
		for (final Result result : results)
			files.put(new Method(result.method(), Path.of(result.folder())), Path.of(result.file()));
		return new PairTask(name, Path.of(target), files, protocols.stream().map(Rule::get).toList(),
			new ReadTime(readSeconds));
	}
}
