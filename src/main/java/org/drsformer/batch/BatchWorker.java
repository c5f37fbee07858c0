package org.drsformer.batch;

import java.util.List;

import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.pipeline.BatchPipeline;
import org.drsformer.batch.pipeline.PipelineListener;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

/** Derains the files of a run: a {@link BatchPipeline} on this computer, or the executors of a cluster. */
@FunctionalInterface
public interface BatchWorker {

	/**
	 * Derains files. The folders of their results must exist.
	 *
	 * @param limit the largest image that is accepted
	 * @param time how long reading a file may take
	 * @param listener is told of each file and each failure
	 * @throws org.drsformer.DrsformerException if the run cannot go on; the failure of one file does not end it
	 * @throws java.util.concurrent.CancellationException if the listener cancels the run
	 */
	void derain(List<FileJob> jobs, PixelLimit limit, ReadTime time, PipelineListener listener);
}
