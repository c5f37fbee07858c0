package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.evaluate.CleanTargets;
import org.drsformer.evaluate.Improvement;
import org.drsformer.metric.Mean;

/** Scores each image that has a target before and after deraining, and shows the scores on the console. */
final class ScoringConsole implements BatchListener {

	private final BatchConsole console;
	private final CleanTargets targets;
	private final List<Improvement> improvements = new ArrayList<>();
	private final List<Path> unpaired = new ArrayList<>();
	private final List<String> failures = new ArrayList<>();

	ScoringConsole(final BatchConsole console, final CleanTargets targets) {
		this.console = console;
		this.targets = targets;
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
			targets.score(input, output).ifPresentOrElse(this::improved, () -> hasNoTarget(input));
		}
		catch (final DrsformerException failure) {
			failures.add(failure.getMessage());
			console.note("not scored: " + failure.getMessage());
		}
	}

	private void improved(final Improvement improvement) {
		improvements.add(improvement);
		console.note(String.format(Locale.ROOT, "PSNR %s -> %s dB, SSIM %s -> %s",
			ScoreText.psnr(improvement.before().psnr()), ScoreText.psnr(improvement.after().psnr()),
			ScoreText.ssim(improvement.before().ssim()), ScoreText.ssim(improvement.after().ssim())));
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
		final TextTable table = new TextTable("protocol " + targets.protocol(), "PSNR before", "after", "SSIM before",
			"after");
		for (final Improvement improvement : improvements)
			table.add(improvement.before().name(), ScoreText.psnr(improvement.before().psnr()),
				ScoreText.psnr(improvement.after().psnr()), ScoreText.ssim(improvement.before().ssim()),
				ScoreText.ssim(improvement.after().ssim()));
		if (!improvements.isEmpty())
			addMean(table).print(out);
		out.flush();
		if (!unpaired.isEmpty())
			err.printf(Locale.ROOT, "%d without a target: %s%n", unpaired.size(),
				OneLine.of(unpaired.get(0).toString()) + (unpaired.size() > 1 ? ", ..." : ""));
		if (!failures.isEmpty())
			err.printf(Locale.ROOT, "%d not scored:%n", failures.size());
		failures.forEach(failure -> err.println("  " + OneLine.of(failure)));
	}

	private TextTable addMean(final TextTable table) {
		final Mean before = mean(improvement -> improvement.before().psnr());
		final Mean after = mean(improvement -> improvement.after().psnr());
		final int infinite = Math.max(before.infinite(), after.infinite());
		table.add("mean of " + improvements.size() + (infinite == 0 ? "" : ", without infinite PSNR"),
			ScoreText.psnr(before.value()), ScoreText.psnr(after.value()),
			ScoreText.ssim(mean(improvement -> improvement.before().ssim()).value()),
			ScoreText.ssim(mean(improvement -> improvement.after().ssim()).value()));
		return table;
	}

	private Mean mean(final ToDoubleFunction<Improvement> value) {
		return Mean.of(improvements.stream().mapToDouble(value).toArray());
	}

	/** Returns whether every image that has a target was scored. */
	boolean succeeded() {
		return failures.isEmpty();
	}
}
