package org.drsformer.benchmark.peer;

import static org.drsformer.benchmark.MarkdownTable.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.drsformer.benchmark.Machine;
import org.drsformer.benchmark.MarkdownTable;
import org.drsformer.benchmark.Measurement;
import org.drsformer.benchmark.peer.PeerMeasurements.Comparison;
import org.drsformer.engine.BenchmarkAllocator;

import ai.onnxruntime.OrtEnvironment;

/** Writes what both sides took as a report in Markdown, with the conditions. */
final class PeerReport {

	/** Two programs with the same network differ by rounding, and where rounding decides what the top k are. */
	private static final double SAME_NETWORK = 0.01;
	private static final Measurement FAILED = new Measurement(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

	private PeerReport() {
		// static functions only
	}

	/** Returns the whole report. PyTorch and ONNX Runtime must be started. */
	static String of(final List<Comparison> comparisons, final int rounds) {
		return conditions(comparisons.get(0).of(), rounds) + "\n" + table(comparisons) + verdict(comparisons);
	}

	private static String conditions(final PeerCase of, final int rounds) {
		return String.format(Locale.ROOT,
			"""
				Measured on: %s, ONNX Runtime %s.

				Of ONNX Runtime: %s. Ours: the model %s.

				Medians of %d rounds, in which the two take turns. Each pass is in a process of its own, on the same random \
				image, after a first pass that does not count. %s ONNX Runtime has its defaults, and its threads %s. \
				Peak is the resident memory above that of the loaded model, process all of it, Java included. Ratios are \
				ours divided by ONNX Runtime's.
				""",
			Machine.describe(), OrtEnvironment.getEnvironment().getVersion(), of.onnx(), of.model(), rounds,
			allocator(BenchmarkAllocator.keep()),
			of.spinning() ? "wait actively for each other, which counts as CPU time" : "sleep while they wait");
	}

	/** Returns a sentence. */
	static String allocator(final boolean kept) {
		return kept ? "Both have the same settings of glibc's allocator, those that this software makes (`mallopt`)."
			: "Both have the allocator that the environment and the system set.";
	}

	private static MarkdownTable table(final List<Comparison> comparisons) {
		final MarkdownTable table = new MarkdownTable(1, "size", "threads", "CPU s: ONNX Runtime", "ours", "ratio",
			"wall s: ONNX Runtime", "ours", "ratio", "peak MiB: ONNX Runtime", "ours", "ratio",
			"process MiB: ONNX Runtime", "ours", "ratio", "largest difference");
		comparisons.forEach(comparison -> table.row(row(comparison).toArray()));
		return table;
	}

	private static List<Object> row(final Comparison comparison) {
		final List<Object> row = new ArrayList<>(List.of(comparison.of().size(), comparison.of().threads()));
		row.addAll(figures(comparison, Measurement::cpu, 2));
		row.addAll(figures(comparison, Measurement::wall, 2));
		row.addAll(figures(comparison, measurement -> measurement.peak() / (1 << 20), 0));
		row.addAll(figures(comparison, measurement -> measurement.process() / (1 << 20), 0));
		row.add(
			Double.isNaN(comparison.difference()) ? "-" : String.format(Locale.ROOT, "%.1e", comparison.difference()));
		return row;
	}

	private static List<String> figures(final Comparison comparison, final ToDoubleFunction<Measurement> figure,
		final int decimals)
	{
		return ratio(figure.applyAsDouble(comparison.medians().getOrDefault(Side.ONNX_RUNTIME, FAILED)),
			figure.applyAsDouble(comparison.medians().getOrDefault(Side.OURS, FAILED)), decimals);
	}

	/** Returns warnings if the outputs are not those of one network, or one is missing. */
	private static String verdict(final List<Comparison> comparisons) {
		final boolean failed = comparisons.stream().anyMatch(comparison -> !comparison.isComplete());
		final boolean differ = comparisons.stream()
			.anyMatch(comparison -> comparison.isComplete() && !(comparison.difference() <= SAME_NETWORK));
		return (failed ? "\nA pass failed, so that figures are missing.\n" : "") + (differ
			? "\nThe outputs differ by more than rounding explains: the two did not compute the same network, and the" +
				" figures compare nothing.\n"
			: "");
	}
}
