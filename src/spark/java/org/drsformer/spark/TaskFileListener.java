package org.drsformer.spark;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.apache.spark.TaskContext;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.pipeline.PipelineListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the result of the one file of a task, and ends the work on it when Spark ends the task. */
final class TaskFileListener implements PipelineListener {

	private static final Logger LOG = LoggerFactory.getLogger(TaskFileListener.class);

	private final TaskContext task;
	private FileResult result;

	TaskFileListener(final TaskContext task) {
		this.task = task;
	}

	FileResult result() {
		return result;
	}

	@Override
	public void update(final double fraction) {
		if (task.isInterrupted())
			throw new CancellationException("Spark has ended the task");
	}

	@Override
	public void started(final FileJob job) {
		// the driver reports it
	}

	@Override
	public void writing(final List<FileJob> jobs) {
		// the driver has recorded all of them
	}

	@Override
	public void recorded(final FileResult recorded) {
		// the driver records it
	}

	@Override
	public void finished(final FileResult finished) {
		result = finished;
	}

	@Override
	public void noted(final String sentence) {
		LOG.warn(sentence);
	}

	@Override
	public boolean isStopped() {
		return false;
	}
}
