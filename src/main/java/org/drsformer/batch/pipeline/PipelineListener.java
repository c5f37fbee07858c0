package org.drsformer.batch.pipeline;

import java.util.List;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;

/** Hears how files go through a {@link BatchPipeline}; as a {@link Progress}, the share of all bytes. */
public interface PipelineListener extends Progress {

	/** The first frame of a file is about to be derained. */
	void started(FileJob job);

	/**
	 * The results of files may appear under their names from now on. Told before any of them does.
	 *
	 * @throws org.drsformer.DrsformerException if that cannot be recorded: then none of them may appear
	 */
	void writing(List<FileJob> jobs);

	/** A file has its result, or failed. Told at once, and on another thread than everything else. */
	void recorded(FileResult result);

	/** The same, a little later, on the thread that derains. */
	void finished(FileResult result);

	/** Something is left out that is no failure, in a sentence. Told on the thread that derains. */
	default void noted(final String sentence) {
		// most want to hear of results only
	}

	/** Whether the files that have not been finished yet shall not be. */
	boolean isStopped();
}
