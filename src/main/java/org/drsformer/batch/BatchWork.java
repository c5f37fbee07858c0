package org.drsformer.batch;

import java.util.List;

import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.pipeline.BatchPipeline;
import org.drsformer.batch.pipeline.PipelineListener;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

/** Who derains the files of a run: a {@link BatchPipeline} on this computer, or others. */
@FunctionalInterface
public interface BatchWork {

	/**
	 * Derains files; their folders have to be there.
	 *
	 * @param limit the largest image that is taken on
	 * @param time how long reading a file may take
	 * @param events told of each file
	 * @throws org.drsformer.DrsformerException if no more can be done; what is wrong with a file is told to the events
	 * @throws java.util.concurrent.CancellationException if the events ask for it
	 */
	void run(List<FileJob> jobs, PixelLimit limit, ReadTime time, PipelineListener events);
}
