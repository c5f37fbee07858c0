package org.drsformer.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a pass of a benchmark in a new process, always with the same settings of Java. */
public final class Fork {

	private Fork() {
		// static functions only
	}

	/**
	 * Returns what the {@link Meter} saw of the last pass.
	 *
	 * @param benchmark a class of JMH that measures one pass with the meter
	 * @param parameters the values of its fields by their names
	 * @param warmups the passes before it in the same process, which do not count
	 * @throws RunnerException if the pass fails; the suppressed exceptions say why
	 */
	public static List<Measurement> run(final Class<?> benchmark, final Map<String, String> parameters,
		final int warmups) throws RunnerException
	{
		return iterations(new Runner(options(benchmark, parameters, warmups)).run()).stream()
			.map(Fork::measurement)
			.toList();
	}

	private static Options options(final Class<?> benchmark, final Map<String, String> parameters, final int warmups) {
		final ChainedOptionsBuilder options = new OptionsBuilder().include(benchmark.getName() + "\\.")
			.warmupIterations(warmups)
			.addProfiler(Meter.class)
			.timeout(TimeValue.hours(2)) //
			.jvmArgs("-Xmx1g", "-Dai.djl.offline=true", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error") //
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT);
		parameters.forEach(options::param);
		return options.build();
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
}
