package org.drsformer.spark;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.drsformer.spark.remote.RemoteOutput;

/**
 * Lets only one of several attempts of a task write results: the driver decides which. The others wait, in case that
 * the chosen one is lost, until Spark ends them.
 */
final class CommitTurn implements RemoteOutput.Turn {

	private static final int PAUSE_MILLIS = 500;

	private final TaskContext task;

	/** The driver gives the permission once; it refuses whoever asks again, also the one that has it. */
	private boolean permitted;

	/** @param task an attempt, which has one turn for all of its files */
	CommitTurn(final TaskContext task) {
		this.task = task;
	}

	@Override
	public void await() throws IOException {
		while (!permitted) {
			permitted = SparkEnv.get()
				.outputCommitCoordinator()
				.canCommit(task.stageId(), task.stageAttemptNumber(), task.partitionId(), task.attemptNumber());
			if (!permitted)
				pause();
		}
		if (task.isInterrupted())
			throw new CancellationException("Spark has ended the task");
	}

	private void pause() {
		if (task.isInterrupted())
			throw new CancellationException("Spark has ended the task");
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}
}
