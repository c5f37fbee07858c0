package org.drsformer.batch;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.batch.job.FileFailure;

/**
 * What came of a run over files.
 *
 * @param done the files that were written
 * @param failed what could not be derained, in the order of the run
 * @param skipped for how many files nothing was to be done
 * @param left how many files were not come to, because the run was stopped
 * @param stopped why, in a sentence; null if it was not
 * @param seconds how long the run took
 * @param networkSeconds in the network, added up over all files that were written
 * @param megapixels millions of pixels that were derained, over all frames
 */
public record BatchSummary(List<Path> done, List<FileFailure> failed, int skipped, int left, String stopped,
	double seconds, double networkSeconds, double megapixels) {

	public BatchSummary {
		done = List.copyOf(done);
		failed = List.copyOf(failed);
	}

	/** Whether every file has its result. */
	public boolean isComplete() {
		return failed.isEmpty() && stopped == null;
	}
}
