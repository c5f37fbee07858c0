package org.drsformer.train;

import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.engine.ComputeDevice;

/**
 * Where a training runs, and how often it is saved: nothing of this changes what is learnt, except that another number
 * of threads rounds differently.
 *
 * @param output folder of all results; made if missing
 * @param minutes between two checkpoints, above 0
 * @param threads how many processors to use; 0 for all
 * @param device where the network runs
 */
public record RunSettings(Path output, double minutes, int threads, ComputeDevice device) {

	/** @throws DrsformerException if a value is outside of its range */
	public RunSettings {
		if (!(minutes > 0))
			throw new DrsformerException("Checkpoints cannot be " + minutes + " minutes apart; give a number above 0.");
		if (threads < 0)
			throw new DrsformerException("There cannot be " + threads + " threads; give at least 0 (all processors).");
	}

	/** Returns how many processors to use, all if that was asked for. */
	int processors() {
		return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
	}

	/** Everything automatic, with a checkpoint every ten minutes. */
	public static RunSettings of(final Path output) {
		return new RunSettings(output, 10, 0, ComputeDevice.AUTO);
	}
}
