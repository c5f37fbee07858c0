package org.drsformer.command;

import java.util.concurrent.CancellationException;

import org.drsformer.Progress;
import org.scijava.task.Task;

/** Shows progress as a task of SciJava, which Fiji draws as its progress bar and lets the user cancel. */
final class TaskProgress implements Progress, AutoCloseable {

	private static final int STEPS = 1000;

	private final Task task;

	TaskProgress(final Task task) {
		this.task = task;
		task.setProgressMaximum(STEPS);
		task.start();
	}

	@Override
	public void update(final double fraction) {
		if (task.isCanceled())
			throw new CancellationException(task.getCancelReason());
		task.setProgressValue(Math.round(STEPS * fraction));
	}

	@Override
	public void close() {
		task.finish();
	}
}
