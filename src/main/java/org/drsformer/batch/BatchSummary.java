package org.drsformer.batch;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.batch.job.FileFailure;

/**
 * The outcome of a run over files.
 *
 * @param done the result files that were written
 * @param failed the inputs that could not be derained, in the order of the run
 * @param skipped the number of files that needed no work
 * @param left the number of files that were not processed because the run was stopped
 * @param stopped a sentence that says why the run was stopped; null if it was not
 * @param seconds the duration of the run
 * @param networkSeconds the time in the network, summed over all files that were written; it may be more than the
 *        duration, since small frames are derained side by side
 * @param megapixels the millions of pixels that were derained, over all planes
 */
public record BatchSummary(List<Path> done, List<FileFailure> failed, int skipped, int left, String stopped,
	double seconds, double networkSeconds, double megapixels) {

	public BatchSummary {
		done = List.copyOf(done);
		failed = List.copyOf(failed);
	}

	/** Returns whether every file has its result. */
	public boolean isComplete() {
		return failed.isEmpty() && stopped == null;
	}
}
