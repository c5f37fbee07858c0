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
