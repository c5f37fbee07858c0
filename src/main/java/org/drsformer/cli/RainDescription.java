package org.drsformer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.drsformer.cli.console.TextTable;
import org.drsformer.rain.measure.RainPairs;
import org.drsformer.rain.measure.RainStatistics;

/** Prints what the rain of pairs looks like, beside the rain that papers train and test with. */
final class RainDescription {

	/** One value: its name with its unit, how it is written, and what it is on average in the data sets of papers. */
	private record Row(String name, String format, ToDoubleFunction<RainStatistics> value, double... papers) {}

	/** Measured on all pairs of Rain200L, on six of Rain200H and on 34 of Rain100H. */
	private static final List<String> PAPERS = List.of("Rain200L (200)", "Rain200H (6)", "Rain100H (34)");

	private static final List<Row> ROWS = List.of( //
		new Row("pixels brighter by more than 3 levels, share", "%.3f", RainStatistics::above3, 0.249, 0.72, 0.87),
		new Row("pixels brighter by more than 30 levels, share", "%.3f", RainStatistics::above30, 0.036, 0.44, 0.60),
		new Row("brightness, median, levels of 255", "%.1f", RainStatistics::median, 0, 30, 44),
		new Row("brightness, 90 % of the pixels below, levels", "%.1f", RainStatistics::p90, 15.7, 78, 97),
		new Row("brightness, 99 % of the pixels below, levels", "%.1f", RainStatistics::p99, 48, 114, 141),
		new Row("autocorrelation along, down to 50 %, pixels", "%.1f", RainStatistics::along50, 10.7, 11.9, 11.2),
		new Row("autocorrelation along, down to 20 %, pixels", "%.1f", RainStatistics::along20, 26.9, 27, 35),
		new Row("autocorrelation across, down to 50 %, pixels", "%.2f", RainStatistics::across50, 1.42, 1.33, 1.22),
		new Row("spread of angles inside an image, degrees", "%.1f", RainStatistics::spread, 3.9, 6.8, 6.7),
		new Row("coherence, 1 for parallel streaks", "%.2f", RainStatistics::coherence, 0.84, 0.79, 0.78),
		new Row("angle from the vertical, degrees", "%.1f", RainStatistics::angle, 28, 9, 6));

	private RainDescription() {
		// static functions only
	}

	/** @throws org.drsformer.DrsformerException if there are no such pairs */
	static void print(final Path rainy, final Path clean, final PrintWriter out) {
		final List<RainStatistics> pairs = RainPairs.measure(rainy, clean);
		final RainStatistics mean = RainStatistics.mean(pairs);
		final List<String> columns = new ArrayList<>(
			List.of("rain layer (rainy - clean)", pairs.size() + (pairs.size() == 1 ? " pair" : " pairs")));
		columns.addAll(PAPERS);
		final TextTable table = new TextTable(columns.toArray(String[]::new));
		ROWS.forEach(row -> table.add(cells(row, mean)));
		table.print(out);
		out.flush();
	}

	private static String[] cells(final Row row, final RainStatistics mean) {
		final DoubleStream values = DoubleStream.concat(DoubleStream.of(row.value.applyAsDouble(mean)),
			DoubleStream.of(row.papers));
		return Stream.concat(Stream.of(row.name), values.mapToObj(value -> text(row, value))).toArray(String[]::new);
	}

	private static String text(final Row row, final double value) {
		return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, row.format, value);
	}
}
