package org.drsformer.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.pipeline.PipelineListener;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.batch.settings.BatchSettings;

/**
 * One run over files, from its start to its summary. Passes the results on to the manifest and to the user's listener.
 */
final class BatchRun implements PipelineListener {

	private static final double NANOS = 1e9;

	/** What systems say when the disk is full. */
	private static final Pattern FULL = Pattern.compile("(?i)no space left|not enough space|disk quota|quota exceeded");

	private static final String UNRECORDED = "Stopped, because results cannot be recorded.";

	private final long start = System.nanoTime();
	private final BatchListener listener;
	private final Consumer<List<FileJob>> startRecorder;
	private final Consumer<FileResult> resultRecorder;
	private final boolean failFast;
	private final List<Path> done = new ArrayList<>();
	private final List<FileFailure> failed = new ArrayList<>();
	private int count;
	private int started;
	private int finished;
	private int skipped;
	private double megapixels;
	private double networkSeconds;
	private volatile String stopped;

	/** The failure to record a result that exists; null if there is none. */
	private volatile FileFailure unrecorded;

	/**
	 * @param startRecorder records files before their results appear
	 * @param resultRecorder records each result at once, on any thread
	 */
	BatchRun(final BatchListener listener, final Consumer<List<FileJob>> startRecorder,
		final Consumer<FileResult> resultRecorder, final boolean failFast)
	{
		this.listener = listener;
		this.startRecorder = startRecorder;
		this.resultRecorder = resultRecorder;
		this.failFast = failFast;
	}

	/** Reports a failure. */
	void failed(final FileFailure failure) {
		failed.add(failure);
		listener.failed(failure);
		if (failFast)
			stop("Stopped at the first failure.");
		else if (FULL.matcher(failure.sentence()).find())
			stop("Stopped, because the disk is full: make room and start again to process the missing files.");
	}

	private synchronized void stop(final String why) {
		if (stopped == null)
			stopped = why;
	}

	/** Derains the files that need it, and returns the summary of the run. */
	BatchSummary derain(final List<PlannedFile> files, final BatchWorker worker, final BatchSettings settings) {
		final List<FileJob> jobs = new ArrayList<>();
		for (final PlannedFile file : files)
			if (file.decision().isToDo())
				jobs.add(file.job());
			else
				skip(file);
		count = jobs.size();
		if (!isStopped())
			worker.derain(jobs, settings.limit(), settings.time(), this);
		if (unrecorded != null)
			failed(unrecorded);
		return new BatchSummary(done, failed, skipped, count - finished, stopped, (System.nanoTime() - start) / NANOS,
			networkSeconds, megapixels);
	}

	private void skip(final PlannedFile file) {
		skipped++;
		listener.skipped(file.job().input(), file.job().output(), file.why());
	}

	@Override
	public void update(final double fraction) {
		listener.update(fraction);
	}

	@Override
	public void started(final FileJob job) {
		listener.started(job.input(), ++started, count);
	}

	@Override
	public void writing(final List<FileJob> jobs) {
		try {
			startRecorder.accept(jobs);
		}
		catch (final DrsformerException failure) {
			stop(UNRECORDED);
			throw failure;
		}
	}

	@Override
	public void recorded(final FileResult result) {
		try {
			resultRecorder.accept(result);
		}
		catch (final DrsformerException failure) {
			// a result that is not recorded would be made again
			unrecorded = FileFailure.of(result.job().output(), failure.getMessage());
			stop(UNRECORDED);
		}
	}

	@Override
	public void finished(final FileResult result) {
		finished++;
		if (!result.isDone()) {
			failed(FileFailure.of(result.job().input(), result.failure()));
			return;
		}
		megapixels += result.megapixels();
		networkSeconds += result.networkSeconds();
		done.add(result.job().output());
		listener.done(result.job().input(), result.job().output());
	}

	@Override
	public void noted(final String sentence) {
		listener.noted(sentence);
	}

	@Override
	public boolean isStopped() {
		return stopped != null;
	}
}
