package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.evaluate.ImprovementScorer;
import org.drsformer.evaluate.score.Change;
import org.drsformer.evaluate.score.Improvement;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.metric.Mean;

/** A table of images, and of their means, with two columns for each number: before and after. */
final class ImprovementTable {

	private final ImprovementScorer scorer;
	private final List<Improvement> improvements;

	/** @param improvements at least one */
	ImprovementTable(final ImprovementScorer scorer, final List<Improvement> improvements) {
		this.scorer = scorer;
		this.improvements = improvements;
	}

	void print(final PrintWriter out) {
		final TextTable table = new TextTable(titles());
		for (final Improvement improvement : improvements)
			table.add(row(improvement.image(),
				(measure, value) -> change(improvement, measure).map(value::applyAsDouble).orElse(Double.NaN)));
		table.add(row("mean of " + improvements.size() + (hasInfinite() ? ", without infinite PSNR" : ""),
			(measure, value) -> mean(measure, value).value()));
		table.print(out);
	}

	private String[] titles() {
		final List<String> titles = new ArrayList<>(List.of("protocol " + scorer.protocols()));
		final boolean several = scorer.protocols().paired().size() > 1;
		for (final Measure measure : scorer.measures()) {
			titles.add(
				(several && measure.higherIsBetter() ? measure.protocol() + " " : "") + measure.title() + " before");
			titles.add("after");
		}
		return titles.toArray(String[]::new);
	}

	/** Returns one number of an image or of all. */
	private interface Cell {

		double of(Measure measure, ToDoubleFunction<Change> value);
	}

	private String[] row(final String title, final Cell cell) {
		final List<String> row = new ArrayList<>(List.of(title));
		for (final Measure measure : scorer.measures()) {
			row.add(ScoreText.of(measure, cell.of(measure, Change::before)));
			row.add(ScoreText.of(measure, cell.of(measure, Change::after)));
		}
		return row.toArray(String[]::new);
	}

	private static Optional<Change> change(final Improvement improvement, final Measure measure) {
		return improvement.changes().stream().filter(change -> change.measure().equals(measure)).findFirst();
	}

	private Mean mean(final Measure measure, final ToDoubleFunction<Change> value) {
		return Mean.of(improvements.stream()
			.flatMap(improvement -> change(improvement, measure).stream())
			.mapToDouble(value)
			.toArray());
	}

	private boolean hasInfinite() {
		return scorer.measures()
			.stream()
			.anyMatch(
				measure -> mean(measure, Change::before).infinite() + mean(measure, Change::after).infinite() > 0);
	}
}
