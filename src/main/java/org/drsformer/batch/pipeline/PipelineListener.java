package org.drsformer.batch.pipeline;

import java.util.List;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;

/** Is told how files go through a {@link BatchPipeline}. As a {@link Progress} it receives the share of all bytes. */
public interface PipelineListener extends Progress {

	/** The first frame of a file is about to be derained, or if it is small, to be written. */
	void started(FileJob job);

	/**
	 * The results of files may appear under their names from now on. Called before any of them does.
	 *
	 * @throws org.drsformer.DrsformerException if that cannot be recorded; then none of them may appear
	 */
	void writing(List<FileJob> jobs);

	/** A file has its result or has failed. Called at once, and on another thread than the other methods. */
	void recorded(FileResult result);

	/** A file has its result or has failed. Called a little later than {@code recorded}, on the thread that derains. */
	void finished(FileResult result);

	/** Something is left out that is not a failure; the sentence says what. Called on the thread that derains. */
	default void noted(final String sentence) {
		// many listeners need only the results
	}

	/** Returns whether the run is to stop before the files that are not finished yet. */
	boolean isStopped();
}
