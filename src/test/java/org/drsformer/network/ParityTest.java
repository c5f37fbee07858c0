package org.drsformer.network;

import java.util.List;
import java.util.stream.Stream;

import org.drsformer.Progress;
import org.drsformer.engine.Torch;
import org.drsformer.network.GoldenNetwork.Entry;
import org.drsformer.network.strip.Strips;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The network gives the results of the original in float64, for all sizes of strips and numbers of threads.
 */
@ExtendWith(Inference.class)
class ParityTest {

	/** Large networks take a second or two each. */
	private static final List<Run> RUNS_OF_FULL_SIZE = List.of(new Run(StripBudget.RECORDING, 2),
		new Run(StripBudget.FEW_CACHING_VALUES, 1), new Run(StripBudget.MANY, 2));

	private record Run(StripBudget budget, int threads) {}

	/** Every budget, on one and two threads in turns, and the one of training on both. */
	private static List<Run> all() {
		return Stream
			.concat(Stream.of(StripBudget.values()).map(budget -> new Run(budget, 1 + budget.ordinal() % 2)),
				Stream.of(new Run(StripBudget.RECORDING, 2)))
			.toList();
	}

	static Stream<Entry> small() {
		return GoldenNetwork.entries("raw", GoldenNetwork.SMALL);
	}

	static Stream<Entry> full() {
		return GoldenNetwork.entries("raw", GoldenNetwork.FULL);
	}

	@ParameterizedTest
	@MethodSource
	void small(final Entry raw, final NDManager manager, final TestReporter reporter) {
		check(raw, all(), manager, reporter);
	}

	@ParameterizedTest
	@MethodSource
	void full(final Entry raw, final NDManager manager, final TestReporter reporter) {
		check(raw, RUNS_OF_FULL_SIZE, manager, reporter);
	}

	private static void check(final Entry raw, final List<Run> runs, final NDManager manager,
		final TestReporter reporter)
	{
		final GoldenNetwork golden = raw.load();
		final double[] expected = golden.array(raw.text("f64")).data();
		int flipped = 0;
		try (RestorationNetwork network = golden.build(manager);
			NDArray image = golden.map(raw.text("input"), manager)) {
			for (final Run run : runs)
				if (differs(raw, expected, forward(network, image, run), run.toString()))
					flipped++;
		}
		if (!raw.strict())
			reporter.publishEntry(raw + ": of " + runs.size() + " runs with a flipped top-k index",
				Integer.toString(flipped));
	}

	private static double[] forward(final RestorationNetwork network, final NDArray image, final Run run) {
		Torch.setThreads(run.threads);
		final Strips strips = run.budget.strips(network.configuration(), image.getShape(), Progress.NONE);
		try (NDArray result = network.forward(image, strips)) {
			return Maps.values(result);
		}
	}

	/** Returns whether a top-k index is flipped; fails if the fixture excludes that. */
	private static boolean differs(final Entry raw, final double[] expected, final double[] actual, final String how) {
		final Deviation deviation = Deviation.between(expected, actual);
		if (!raw.strict())
			return deviation.assertWithinOrFlipped(Deviation.CLOSE, how);
		deviation.assertWithin(Deviation.CLOSE, how);
		return false;
	}
}
