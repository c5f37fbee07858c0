package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.evaluate.ImprovementScorer;
import org.drsformer.evaluate.score.Improvement;
import org.drsformer.evaluate.score.Change;
import org.drsformer.evaluate.score.Measure;

/** Scores each image before and after deraining, and shows the scores on the console. */
final class ScoringConsole implements BatchListener {

	private final BatchConsole console;
	private final ImprovementScorer scorer;
	private final List<Improvement> improvements = new ArrayList<>();
	private final List<Path> unpaired = new ArrayList<>();
	private final List<String> failures = new ArrayList<>();

	ScoringConsole(final BatchConsole console, final ImprovementScorer scorer) {
		this.console = console;
		this.scorer = scorer;
	}

	@Override
	public void update(final double fraction) {
		console.update(fraction);
	}

	@Override
	public void started(final Path input, final int number, final int count) {
		console.started(input, number, count);
	}

	@Override
	public void done(final Path input, final Path output) {
		console.done(input, output);
		score(input, output);
	}

	/** Scores results of earlier runs too. */
	@Override
	public void skipped(final Path input, final Path output, final String why) {
		console.note(input + " -> " + output + ": " + why);
		score(input, output);
	}

	@Override
	public void noted(final String sentence) {
		console.noted(sentence);
	}

	private void score(final Path input, final Path output) {
		try {
			final Improvement improvement = scorer.score(input, output);
			if (!improvement.hasTarget())
				hasNoTarget(input);
			if (!improvement.changes().isEmpty())
				improved(improvement);
			improvement.problems().forEach(this::notScored);
		}
		catch (final DrsformerException failure) {
			notScored(failure.getMessage());
		}
	}

	private void notScored(final String sentence) {
		failures.add(sentence);
		console.note("not scored: " + sentence);
	}

	private void improved(final Improvement improvement) {
		improvements.add(improvement);
		console.note(improvement.changes().stream().map(ScoringConsole::text).collect(Collectors.joining(", ")));
	}

	private static String text(final Change change) {
		final Measure measure = change.measure();
		return measure.title() + " " + ScoreText.of(measure, change.before()) + " -> " +
			ScoreText.of(measure, change.after()) + (measure.unit().isEmpty() ? "" : " " + measure.unit());
	}

	private void hasNoTarget(final Path input) {
		unpaired.add(input);
		console.note("no target");
	}

	@Override
	public void failed(final FileFailure failure) {
		console.failed(failure);
	}

	/** Prints the scores of all images, their mean, and what could not be scored. */
	void report(final PrintWriter out, final PrintWriter err) {
		if (!improvements.isEmpty())
			new ImprovementTable(scorer, improvements).print(out);
		out.flush();
		if (!unpaired.isEmpty())
			err.printf(Locale.ROOT, "%d without a target: %s%n", unpaired.size(),
				OneLine.of(unpaired.get(0).toString()) + (unpaired.size() > 1 ? ", ..." : ""));
		if (!failures.isEmpty())
			err.printf(Locale.ROOT, "%d not scored:%n", failures.size());
		failures.forEach(failure -> err.println("  " + OneLine.of(failure)));
	}

	/** Returns whether every image that can be scored was scored. */
	boolean succeeded() {
		return failures.isEmpty();
	}
}
