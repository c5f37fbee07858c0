package org.drsformer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.drsformer.cli.console.TextTable;
import org.drsformer.rain.measure.RainPairs;
import org.drsformer.rain.measure.RainStatistics;

/** Prints what the rain of pairs looks like, beside the rain that papers train and test with. */
final class RainDescription {

	/** One value: its name with its unit, how it is written, and what it is on average in Rain200L and Rain200H. */
	private record Row(String name, String format, ToDoubleFunction<RainStatistics> value, double light,
		double heavy) {}

	/** Measured on all pairs of Rain200L and on six of Rain200H. */
	private static final List<Row> ROWS = List.of( //
		new Row("pixels brighter by more than 3 levels, share", "%.3f", RainStatistics::above3, 0.249, 0.72),
		new Row("pixels brighter by more than 30 levels, share", "%.3f", RainStatistics::above30, 0.036, 0.44),
		new Row("brightness, median, levels of 255", "%.1f", RainStatistics::median, 0, 30),
		new Row("brightness, 90 % of the pixels below, levels", "%.1f", RainStatistics::p90, 15.7, 78),
		new Row("brightness, 99 % of the pixels below, levels", "%.1f", RainStatistics::p99, 48, 114),
		new Row("autocorrelation along, down to 50 %, pixels", "%.1f", RainStatistics::along50, 10.7, 11.9),
		new Row("autocorrelation along, down to 20 %, pixels", "%.1f", RainStatistics::along20, 26.9, 27),
		new Row("autocorrelation across, down to 50 %, pixels", "%.2f", RainStatistics::across50, 1.42, 1.33),
		new Row("spread of angles inside an image, degrees", "%.1f", RainStatistics::spread, 3.9, 6.8),
		new Row("coherence, 1 for parallel streaks", "%.2f", RainStatistics::coherence, 0.84, 0.79),
		new Row("angle from the vertical, degrees", "%.1f", RainStatistics::angle, 28, 9));

	private RainDescription() {
		// static functions only
	}

	/** @throws org.drsformer.DrsformerException if there are no such pairs */
	static void print(final Path rainy, final Path clean, final PrintWriter out) {
		final List<RainStatistics> pairs = RainPairs.measure(rainy, clean);
		final RainStatistics mean = RainStatistics.mean(pairs);
		final TextTable table = new TextTable("rain layer (rainy - clean)",
			pairs.size() + (pairs.size() == 1 ? " pair" : " pairs"), "Rain200L", "Rain200H");
		for (final Row row : ROWS)
			table.add(row.name, text(row, row.value.applyAsDouble(mean)), text(row, row.light), text(row, row.heavy));
		table.print(out);
		out.flush();
	}

	private static String text(final Row row, final double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, row.format, value);
	}
}
