package org.drsformer.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

import com.sun.management.OperatingSystemMXBean;

/**
 * Measures the seconds of all processors and the peak memory of one forward pass, as secondary results of JMH. The
 * benchmark itself marks begin and end of the pass, since the first iteration of JMH includes the set-up.
 */
public final class Meter implements InternalProfiler {

	static final String CPU = "cpu";
	static final String PEAK = "peak";
	static final String PROCESS = "process";

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory
		.getPlatformMXBean(OperatingSystemMXBean.class);

	private static final long SETTLING = TimeUnit.MILLISECONDS.toNanos(300);

	private static double loaded;
	private static double cpu;
	private static double peak;

	/** Counts the memory from here, after the model is loaded. */
	public static synchronized void modelLoaded() {
		System.gc();
		loaded = settled();
	}

	/** Returns the resident memory after Java has returned what it does not need, which it does little by little. */
	private static double settled() {
		double before = Double.POSITIVE_INFINITY;
		double now = ResidentMemory.current();
		while (now < before) {
			LockSupport.parkNanos(SETTLING);
			before = now;
			now = ResidentMemory.current();
		}
		return Math.min(before, now);
	}

	/** Measures a pass. */
	public static synchronized void measure(final Runnable pass) {
		ResidentMemory.resetPeak();
		final long start = SYSTEM.getProcessCpuTime();
		pass.run();
		cpu = (SYSTEM.getProcessCpuTime() - start) / 1e9;
		peak = ResidentMemory.peak();
	}

	@Override
	public void beforeIteration(final BenchmarkParams benchmark, final IterationParams iteration) {
		// the benchmark itself calls measure
	}

	@Override
	public Collection<ScalarResult> afterIteration(final BenchmarkParams benchmark, final IterationParams iteration,
		final IterationResult result)
	{
		synchronized (Meter.class) {
			return List.of(scalar(CPU, cpu, "s"), scalar(PEAK, peak - loaded, "B"), scalar(PROCESS, peak, "B"));
		}
	}

	private static ScalarResult scalar(final String name, final double value, final String unit) {
		return new ScalarResult(name, value, unit, AggregationPolicy.AVG);
	}

	@Override
	public String getDescription() {
		return "Seconds of all processors and peak memory";
	}
}
