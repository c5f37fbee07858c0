package org.drsformer.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.stat.StatUtils;

/**
 * The time and the memory of one forward pass.
 *
 * @param cpu seconds, summed over the processors
 * @param wall seconds on the clock
 * @param peak the most resident memory above that of the loaded model, in bytes; NaN if it cannot be measured
 * @param process the most resident memory of the whole process, in bytes; NaN if it cannot be measured
 */
public record Measurement(double cpu, double wall, double peak, double process) {

	/** Returns the least of each figure, which other work on the machine and the Java heap disturbed least. */
	Measurement least(final Measurement other) {
		return new Measurement(Math.min(cpu, other.cpu), Math.min(wall, other.wall), Math.min(peak, other.peak),
			Math.min(process, other.process));
	}

	/**
	 * Returns the median of each figure by itself; of an even number of measurements, the mean of the two middle ones.
	 */
	public static Measurement median(final List<Measurement> measurements) {
		return new Measurement(median(measurements, Measurement::cpu), median(measurements, Measurement::wall),
			median(measurements, Measurement::peak), median(measurements, Measurement::process));
	}

	private static double median(final List<Measurement> measurements, final ToDoubleFunction<Measurement> figure) {
		return StatUtils.percentile(measurements.stream().mapToDouble(figure).toArray(), 50);
	}
}
