package org.drsformer.benchmark;

/**
 * The time and the memory of one forward pass.
 *
 * @param cpu seconds, summed over the processors
 * @param wall seconds on the clock
 * @param peak the most resident memory above that of the loaded model, in bytes; NaN if it cannot be measured
 * @param process the most resident memory of the whole process, in bytes; NaN if it cannot be measured
 */
record Measurement(double cpu, double wall, double peak, double process) {

	/** Returns the least of each figure, which other work on the machine and the Java heap disturbed least. */
	Measurement least(final Measurement other) {
		return new Measurement(Math.min(cpu, other.cpu), Math.min(wall, other.wall), Math.min(peak, other.peak),
			Math.min(process, other.process));
	}
}
