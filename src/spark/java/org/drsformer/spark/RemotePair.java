package org.drsformer.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
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
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.image.file.content.ReadTime;

/**
 * The serializable form of a {@link PairTask} for executors, where paths and addresses are the same.
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
			return PairTask.Outcome
				.failed(new Unscored("", "", name, "The files of " + name + " cannot be copied to an executor (" +
					failure.getMessage() + "); check that they exist and that the folder spark.local.dir has room."));
		}
		finally {
			copies.forEach(RemotePair::close);
		}
	}

	private PairTask.Outcome score(final String job, final List<StagedFile> copies) throws IOException {
		final List<String> places = new ArrayList<>();
		results.forEach(result -> places.add(result.file()));
		if (target != null)
			places.add(target);
		for (final String place : places)
			copies.add(StagedFile.of(job, place));
		final Map<Method, Path> files = new LinkedHashMap<>();
		for (int i = 0; i < results.size(); i++)
			files.put(new Method(results.get(i).method(), Path.of(results.get(i).folder())), copies.get(i).path());
		final Optional<Path> clean = target == null ? Optional.empty() : Optional.of(copies.get(results.size()).path());
		final PairTask.Outcome outcome = new PairTask(name, clean, files, Rule.get(protocols), crop,
			new ReadTime(readSeconds)).call();
		final List<Unscored> unscored = new ArrayList<>(outcome.unscored());
		for (int i = 0; i < places.size(); i++) {
			final StagedFile copy = copies.get(i);
			final String place = places.get(i);
			unscored.replaceAll(problem -> new Unscored(problem.method(), problem.protocol(), problem.name(),
				copy.asKnown(problem.sentence(), place), problem.pairOnly()));
		}
		return new PairTask.Outcome(outcome.scores(), outcome.imageScores(), unscored, outcome.brighterShares());
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
