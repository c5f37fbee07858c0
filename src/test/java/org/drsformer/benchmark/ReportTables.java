package org.drsformer.benchmark;

import static org.drsformer.benchmark.MarkdownTable.number;
import static org.drsformer.benchmark.MarkdownTable.ratio;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.drsformer.network.BenchmarkNetwork.Form;

/** Makes the tables of a report from the results. */
final class ReportTables {

	private static final Measurement FAILED = new Measurement(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	private ReportTables() {
		// static functions only
	}

	/** A network at a size. */
	record Subject(String network, Size size) {

		Measurement of(final Form form, final Measurements measurements) {
			final Measurement measurement = measurements.get(new Case(network, form, size));
			return measurement == null ? FAILED : measurement;
		}
	}

	/** Returns the table with both forms side by side. */
	static MarkdownTable ratios(final List<Subject> subjects, final Measurements measurements) {
		final MarkdownTable table = new MarkdownTable(2, "network", "size", "CPU s: plain", "strips", "ratio",
			"wall s: plain", "strips", "ratio", "peak MiB: plain", "strips", "ratio", "process MiB: plain", "strips",
			"ratio");
		for (final Subject subject : subjects) {
			final Measurement plain = subject.of(Form.PLAIN, measurements);
			final Measurement strips = subject.of(Form.STRIPS, measurements);
			table.row(Stream.of(List.of(subject.network(), subject.size()), ratio(plain.cpu(), strips.cpu(), 2),
				ratio(plain.wall(), strips.wall(), 2), ratio(mebibytes(plain.peak()), mebibytes(strips.peak()), 0),
				ratio(mebibytes(plain.process()), mebibytes(strips.process()), 0)).flatMap(List::stream).toArray());
		}
		return table;
	}

	/**
	 * Returns the table of the strip form from small to large images, relative to the time per pixel of one of them.
	 */
	static MarkdownTable perPixel(final List<Subject> subjects, final Size standard, final Measurements measurements) {
		final MarkdownTable table = new MarkdownTable(2, "network", "size", "megapixels", "CPU s", "wall s",
			"CPU \u00b5s per pixel", "against " + standard, "peak MiB", "process MiB");
		for (final Subject subject : subjects) {
			final Measurement strips = subject.of(Form.STRIPS, measurements);
			final double time = perPixel(subject, measurements);
			table.row(subject.network(), subject.size(), number(subject.size().pixels() / 1e6, 2),
				number(strips.cpu(), 2), number(strips.wall(), 2), number(time, 2),
				number(time / perPixel(new Subject(subject.network(), standard), measurements), 2),
				number(mebibytes(strips.peak()), 0), number(mebibytes(strips.process()), 0));
		}
		return table;
	}

	/** Returns the microseconds of all processors. */
	private static double perPixel(final Subject subject, final Measurements measurements) {
		return 1e6 * subject.of(Form.STRIPS, measurements).cpu() / subject.size().pixels();
	}

	private static double mebibytes(final double bytes) {
		return bytes / (1 << 20);
	}

	/**
	 * Returns the table of the time of both forms by kind of operation.
	 *
	 * @param peak of matrix products, operations a second
	 */
	static MarkdownTable shares(final Trace plain, final Trace strips, final double peak) {
		final MarkdownTable table = new MarkdownTable(1, "operations", "plain: s", "% of time", "GFLOP/s", "% of peak",
			"strips: s", "% of time", "GFLOP/s", "% of peak");
		for (final OperationKind kind : OperationKind.values())
			row(table, kind, plain, strips, trace -> trace.share(kind), peak);
		row(table, "between operations", plain, strips, Trace::between, peak);
		row(table, "**all**", plain, strips, Trace::total, peak);
		return table;
	}

	private static void row(final MarkdownTable table, final Object what, final Trace plain, final Trace strips,
		final Function<Trace, Trace.Share> part, final double peak)
	{
		table.row(
			Stream
				.of(List.of(what), share(part.apply(plain), plain.total(), peak),
					share(part.apply(strips), strips.total(), peak))
				.flatMap(List::stream)
				.toArray());
	}

	private static List<?> share(final Trace.Share share, final Trace.Share total, final double peak) {
		final double rate = share.flops() > 0 ? share.flops() / share.seconds() : Double.NaN;
		return List.of(number(share.seconds(), 2), number(100 * share.seconds() / total.seconds(), 0),
			number(rate / 1e9, 0), number(100 * rate / peak, 0));
	}
}
