package org.drsformer.evaluate;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.metric.Protocol;

import ij.ImagePlus;

/**
 * Scores the results that all methods have for one target; the target is read only once.
 *
 * @param name by which they are paired
 * @param target the file without rain
 * @param results the file of each method that has one
 * @param protocols that score them
 * @param time the most time for reading a file
 */
public record PairTask(String name, Path target, Map<Method, Path> results, List<Protocol> protocols, ReadTime time)
	implements Callable<PairTask.Outcome> {

	/** What was scored and what could not be scored. */
	public record Outcome(List<PairScore> scores, List<Unscored> unscored) implements Serializable {}

	/** Stops the scoring of a long stack when the thread is interrupted. */
	private static final Progress UNTIL_INTERRUPTED = fraction -> {
		if (Thread.currentThread().isInterrupted())
			throw new CancellationException("interrupted");
	};

	@Override
	public Outcome call() {
		final Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
		try {
			final ImagePlus clean = read(target);
			results.forEach((method, result) -> score(method, result, clean, outcome));
		}
		catch (final DrsformerException failure) {
			outcome.unscored.add(new Unscored("", "", name, failure.getMessage()));
		}
		return outcome;
	}

	private ImagePlus read(final Path file) {
		return time.read(file, () -> ImageFiles.read(file));
	}

	private void score(final Method method, final Path file, final ImagePlus clean, final Outcome outcome) {
		try {
			final ImagePlus result = read(file);
			for (final Protocol protocol : protocols)
				score(method, file, result, clean, protocol, outcome);
		}
		catch (final DrsformerException failure) {
			outcome.unscored.add(new Unscored(method.name(), "", name, failure.getMessage()));
		}
	}

	/** Scores one result by one protocol; a protocol may refuse what another scores. */
	private void score(final Method method, final Path file, final ImagePlus result, final ImagePlus clean,
		final Protocol protocol, final Outcome outcome)
	{
		try {
			outcome.scores
				.add(PairScore.of(method.name(), name, ImagePlusScore.of(result, clean, protocol, UNTIL_INTERRUPTED)));
		}
		catch (final DrsformerException failure) {
			outcome.unscored.add(new Unscored(method.name(), protocol.name(), name,
				file + " and " + target + ": " + failure.getMessage()));
		}
		catch (final OutOfMemoryError failure) {
			outcome.unscored
				.add(new Unscored(method.name(), protocol.name(), name, "Java does not have enough memory to compare " +
					file + " with " + target + "; give it more (-Xmx), or use fewer threads."));
		}
	}
}
