package org.drsformer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.PairTask;
import org.drsformer.evaluate.Unscored;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

/** The serializable form of a {@link PairTask} for executors, where paths and addresses are the same. */
record RemotePair(String name, String target, ArrayList<Result> results, ArrayList<Rule> protocols, int readSeconds)
	implements Serializable {

	/** The result file of a method. */
	private record Result(String method, String file) implements Serializable {}

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
				(method, file) -> results.add(new Result(method.name(), absolute(file))));
		return new RemotePair(task.name(), absolute(task.target()), results,
			task.protocols().stream().map(Rule::of).collect(Collectors.toCollection(ArrayList::new)),
			task.time().seconds());
	}

	private static String absolute(final Path path) {
		return path.toAbsolutePath().normalize().toString();
	}

	/**
	 * Scores the pair on an executor.
	 *
	 * @param job the name of the job
	 */
	PairTask.Outcome score(final String job) {
		final List<StagedFile> copies = new ArrayList<>();
		try {
			return score(job, copies);
		}
		catch (final IOException failure) {
			return new PairTask.Outcome(List.of(), List.of(new Unscored("", "", name,
				"The files of " + name + " cannot be copied to an executor (" + failure.getMessage() +
					"); check that they exist and that the folder spark.local.dir has room.")));
		}
		finally {
			copies.forEach(RemotePair::close);
		}
	}

	private PairTask.Outcome score(final String job, final List<StagedFile> copies) throws IOException {
		final List<String> places = new ArrayList<>(List.of(target));
		results.forEach(result -> places.add(result.file()));
		for (final String place : places)
			copies.add(StagedFile.of(job, place));
		final Map<Method, Path> files = new LinkedHashMap<>();
		for (int i = 0; i < results.size(); i++)
			files.put(new Method(results.get(i).method(), Path.of(results.get(i).method())), copies.get(i + 1).path());
		final PairTask.Outcome outcome = new PairTask(name, copies.get(0).path(), files,
			protocols.stream().map(Rule::get).toList(), new ReadTime(readSeconds)).call();
		final List<Unscored> unscored = new ArrayList<>(outcome.unscored());
		for (int i = 0; i < places.size(); i++) {
			final StagedFile copy = copies.get(i);
			final String place = places.get(i);
			unscored.replaceAll(problem -> new Unscored(problem.method(), problem.protocol(), problem.name(),
				copy.asKnown(problem.sentence(), place)));
		}
		return new PairTask.Outcome(outcome.scores(), unscored);
	}

	private static void close(final StagedFile copy) {
		try {
			copy.close();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}
}
