package org.drsformer.train;

import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.engine.ComputeDevice;

/**
 * Where a training runs, and how often it is saved. These settings do not change the result, except that another number
 * of threads rounds differently.
 *
 * @param output the folder of all results; made if it is missing
 * @param minutes the minutes between two checkpoints, above 0
 * @param threads the number of processors to use; 0 for all
 * @param device the device on which the network runs
 */
public record RunSettings(Path output, double minutes, int threads, ComputeDevice device) {

	/** @throws DrsformerException if a value is outside of its range */
	public RunSettings {
		if (!(minutes > 0))
			throw new DrsformerException("Checkpoints cannot be " + minutes + " minutes apart; give a number above 0.");
		if (threads < 0)
			throw new DrsformerException("There cannot be " + threads + " threads; give at least 0 (all processors).");
	}

	/** Returns the number of processors to use; all of them if {@code threads} is 0. */
	int processors() {
		return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
	}

	/** Returns the default settings for a folder: all processors, and a checkpoint every ten minutes. */
	public static RunSettings of(final Path output) {
		return new RunSettings(output, 10, 0, ComputeDevice.AUTO);
	}
}
