package org.drsformer.benchmark;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.drsformer.benchmark.Case.Size;
import org.drsformer.network.BenchmarkNetwork.Form;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures forward passes, each round in a new process, and keeps the results. */
final class Measurements {

	private final int rounds;
	private final Map<Case, Measurement> done = new HashMap<>();

	/** @param rounds the number of rounds of short passes */
	Measurements(final int rounds) {
		this.rounds = rounds;
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
		return done.get(measured);
	}

	private void measure(final List<Case> cases) {
		final List<Case> missing = cases.stream().filter(c -> !done.containsKey(c)).toList();
		for (int round = 0; round < rounds; round++)
			for (final Case each : missing)
				if (round == 0 || !each.isLong())
					run(each);
	}

	private void run(final Case each) {
		try {
			for (final IterationResult iteration : iterations(new Runner(options(each)).run()))
				record(each, measurement(iteration));
		}
		catch (final RunnerException exc) {
			System.err.println(each + " failed, perhaps for lack of memory: " + Arrays.toString(exc.getSuppressed()));
		}
	}

	private static Options options(final Case each) {
		return new OptionsBuilder().include(ForwardBenchmark.class.getName()) //
			.param("network", each.network())
			.param("form", each.form().name())
			.param("size", each.size().toString()) //
			.warmupIterations(each.needsWarmup() ? 1 : 0)
			.addProfiler(Meter.class)
			.timeout(TimeValue.hours(2)) //
			.jvmArgs("-Xmx1g", "-Dai.djl.offline=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error") //
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.build();
	}

	private static List<IterationResult> iterations(final Collection<RunResult> results) {
		return results.stream()
			.flatMap(run -> run.getBenchmarkResults().stream())
			.flatMap(result -> result.getIterationResults().stream())
			.toList();
	}

	private static Measurement measurement(final IterationResult iteration) {
		return new Measurement(secondary(iteration, Meter.CPU), iteration.getPrimaryResult().getScore(),
			secondary(iteration, Meter.PEAK), secondary(iteration, Meter.PROCESS));
	}

	private static double secondary(final IterationResult iteration, final String name) {
		return iteration.getSecondaryResults().get(name).getScore();
	}

	private void record(final Case each, final Measurement measurement) {
		System.err.printf(Locale.ROOT, "%-36s CPU %8.2f s, wall %8.2f s, peak %7.0f MiB%n", each, measurement.cpu(),
			measurement.wall(), measurement.peak() / (1 << 20));
		done.merge(each, measurement, Measurement::least);
	}
}
