package org.drsformer.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.drsformer.network.BenchmarkNetwork.Form;
import org.openjdk.jmh.runner.RunnerException;

/** Measures forward passes, each round in a new process, and keeps the results. */
final class Measurements {

	private final int rounds;
	private final int threads;
	private final Map<Case, List<Measurement>> done = new HashMap<>();

	/**
	 * @param rounds the number of rounds, of which the median counts; of very long passes there is one
	 * @param threads how many processors each pass uses
	 */
	Measurements(final int rounds, final int threads) {
		this.rounds = rounds;
		this.threads = threads;
	}

	/** Measures both forms in turns, so that both get the good and the bad minutes of the machine. */
	void compare(final String network, final Size size) {
		measure(Stream.of(Form.values()).map(form -> new Case(network, form, size)).toList());
	}

	/** Measures the strip form alone. */
	void strips(final String network, final Size size) {
		measure(List.of(new Case(network, Form.STRIPS, size)));
	}

	/** Returns the result; null if the measurement has failed. */
	Measurement get(final Case measured) {
		return done.containsKey(measured) ? Measurement.median(done.get(measured)) : null;
	}

	private void measure(final List<Case> cases) {
		final List<Case> missing = cases.stream().filter(c -> !done.containsKey(c)).toList();
		for (int round = 0; round < rounds; round++)
			for (final Case each : missing)
				if (round == 0 || !each.isVeryLong())
					run(each);
	}

	private void run(final Case each) {
		try {
			final Map<String, String> parameters = Map.of("network", each.network(), "form", each.form().name(), "size",
				each.size().toString(), "threads", Integer.toString(threads));
			Fork.run(ForwardBenchmark.class, parameters, each.needsWarmup() ? 1 : 0)
				.forEach(measurement -> record(each, measurement));
		}
		catch (final RunnerException exc) {
			System.err.println(each + " failed, perhaps for lack of memory: " + Arrays.toString(exc.getSuppressed()));
		}
	}

	private void record(final Case each, final Measurement measurement) {
		System.err.printf(Locale.ROOT, "%-36s CPU %8.2f s, wall %8.2f s, peak %7.0f MiB%n", each, measurement.cpu(),
			measurement.wall(), measurement.peak() / (1 << 20));
		done.computeIfAbsent(each, missing -> new ArrayList<>()).add(measurement);
	}
}
