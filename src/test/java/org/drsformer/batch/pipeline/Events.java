package org.drsformer.batch.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;

/** Remembers the calls of a pipeline. */
class Events implements PipelineListener {

	private final Thread caller = Thread.currentThread();
	private final List<String> begun = new ArrayList<>();
	private final List<String> recorded = new CopyOnWriteArrayList<>();
	private final List<String> results = new ArrayList<>();
	private boolean onOneThread = true;
	private boolean timesPlausible = true;
	private double latest;

	/** Returns the files in the order in which they were begun. */
	List<String> begun() {
		return begun;
	}

	/** Returns the files in the order in which they were recorded. */
	List<String> recorded() {
		return recorded;
	}

	/** Returns the files in the order in which they were finished, with how that went. */
	List<String> results() {
		return results;
	}

	/** Returns whether all calls that must be on the thread that derains were. */
	boolean isOnOneThread() {
		return onOneThread;
	}

	boolean areTimesPlausible() {
		return timesPlausible;
	}

	double latest() {
		return latest;
	}

	private void check() {
		onOneThread &= Thread.currentThread() == caller;
	}

	@Override
	public void update(final double fraction) {
		check();
		onOneThread &= fraction >= latest;
		latest = fraction;
	}

	@Override
	public void started(final FileJob job) {
		check();
		begun.add(job.name());
	}

	@Override
	public void writing(final List<FileJob> jobs) {
		check();
		if (!begun.get(begun.size() - 1).equals(jobs.get(0).name()))
			throw new IllegalStateException("not begun: " + jobs);
	}

	@Override
	public void recorded(final FileResult result) {
		recorded.add(result.job().name());
	}

	@Override
	public void finished(final FileResult result) {
		check();
		if (!recorded.contains(result.job().name()))
			throw new IllegalStateException("not recorded: " + result);
		timesPlausible &= 0 < result.networkSeconds() && result.networkSeconds() <= result.seconds();
		results.add(result.job().name() + (result.isDone() ? " done" : " failed"));
	}

	@Override
	public boolean isStopped() {
		return false;
	}
}
