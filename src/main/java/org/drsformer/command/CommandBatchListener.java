package org.drsformer.command;

import java.nio.file.Path;

import org.drsformer.Progress;
import org.drsformer.batch.BatchListener;
import org.drsformer.batch.job.FileFailure;

import ij.IJ;

/** Follows a run over files: its progress is that of a command, its failures go to ImageJ's log as they come. */
record CommandBatchListener(Progress progress) implements BatchListener {

	@Override
	public void update(final double fraction) {
		progress.update(fraction);
	}

	@Override
	public void started(final Path input, final int number, final int count) {
		// the progress tells how far it is
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
