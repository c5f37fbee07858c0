package org.drsformer.command;

import java.nio.file.Path;

import org.drsformer.Progress;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.job.FileFailure;

import ij.IJ;

/** Passes the progress of a run on to a command, and writes failures to ImageJ's log at once. */
record CommandBatchListener(Progress progress) implements BatchListener {

	@Override
	public void update(final double fraction) {
		progress.update(fraction);
	}

	@Override
	public void started(final Path input, final int number, final int count) {
		// the progress bar suffices
	}

	@Override
	public void done(final Path input, final Path output) {
		// the summary counts them
	}

	@Override
	public void noted(final String sentence) {
		IJ.log(sentence);
	}

	@Override
	public void failed(final FileFailure failure) {
		IJ.log(failure.sentence());
	}
}
