package org.drsformer.evaluate;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.evaluate.imageplus.BrighterTarget;
import org.drsformer.evaluate.imageplus.Crop;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;

import ij.ImagePlus;

/**
 * Scores the results of one name that all methods have; their target is read only once.
 *
 * @param name by which they are paired
 * @param target the file without rain; empty if there is none: then only protocols without a target score
 * @param results the file of each method that has one
 * @param protocols that score them
 * @param crop which part of the pairs is compared
 * @param time the most time for reading a file
 */
public record PairTask(String name, Optional<Path> target, Map<Method, Path> results, Protocols protocols, Crop crop,
	ReadTime time) implements Callable<PairTask.Outcome> {

	/**
	 * What was scored and what could not be scored.
	 *
	 * @param brighterShares of the pairs, see {@link BrighterTarget}
	 */
	public record Outcome(List<PairScore> scores, List<ImageScore> imageScores, List<Unscored> unscored,
		List<Double> brighterShares) implements Serializable {

		static Outcome empty() {
			return new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		}

		/** Returns the outcome of a task that could not be done. */
		public static Outcome failed(final Unscored problem) {
			return new Outcome(List.of(), List.of(), List.of(problem), List.of());
		}

		void add(final Outcome other) {
			scores.addAll(other.scores);
			imageScores.addAll(other.imageScores);
			unscored.addAll(other.unscored);
			brighterShares.addAll(other.brighterShares);
		}
	}

	/** Stops the scoring of a long stack when the thread is interrupted. */
	private static final Progress UNTIL_INTERRUPTED = fraction -> {
		if (Thread.currentThread().isInterrupted())
			throw new CancellationException("interrupted");
	};

	@Override
	public Outcome call() {
		final Outcome outcome = Outcome.empty();
		final Optional<ImagePlus> clean = readTarget(outcome);
		results.forEach((method, result) -> score(method, result, clean, outcome));
		return outcome;
	}

	/** Reads the target; if it cannot be read, protocols without a target score nevertheless. */
	private Optional<ImagePlus> readTarget(final Outcome outcome) {
		try {
			return target.map(this::read);
		}
		catch (final DrsformerException failure) {
			outcome.unscored.add(Unscored.pair("", name, failure.getMessage()));
			return Optional.empty();
		}
	}

	private ImagePlus read(final Path file) {
		return time.read(file, () -> ImageFiles.read(file));
	}

	private void score(final Method method, final Path file, final Optional<ImagePlus> clean, final Outcome outcome) {
		if (clean.isEmpty() && protocols.single().isEmpty())
			return;
		try {
			final ImagePlus result = read(file);
			final int before = outcome.scores.size();
			clean.ifPresent(image -> protocols.paired()
				.forEach(protocol -> tryScore(method, protocol.name(), file + " and " + target.get(), outcome,
					() -> outcome.scores.add(PairScore.of(method.name(), name,
						ImagePlusScore.of(result, image, crop, protocol, UNTIL_INTERRUPTED))))));
			if (outcome.scores.size() > before)
				addBrighterShare(result, clean.orElseThrow(), outcome);
			protocols.single()
				.forEach(protocol -> tryScore(method, protocol.name(), file.toString(), outcome,
					() -> outcome.imageScores.add(
						ImageScore.of(method.name(), name, ImagePlusScore.of(result, protocol, UNTIL_INTERRUPTED)))));
		}
		catch (final DrsformerException failure) {
			outcome.unscored.add(new Unscored(method.name(), "", name, failure.getMessage()));
		}
	}

	private void addBrighterShare(final ImagePlus result, final ImagePlus clean, final Outcome outcome) {
		final double share = BrighterTarget.share(result, clean, crop);
		if (!Double.isNaN(share))
			outcome.brighterShares.add(share);
	}

	/** Scores one result by one protocol; a protocol may refuse what another scores. */
	private void tryScore(final Method method, final String protocol, final String files, final Outcome outcome,
		final Runnable scoring)
	{
		try {
			scoring.run();
		}
		catch (final DrsformerException failure) {
			outcome.unscored.add(new Unscored(method.name(), protocol, name, files + ": " + failure.getMessage()));
		}
		catch (final OutOfMemoryError failure) {
			outcome.unscored.add(new Unscored(method.name(), protocol, name,
				"Java does not have enough memory to score " + files + "; give it more (-Xmx), or use fewer threads."));
		}
	}
}
