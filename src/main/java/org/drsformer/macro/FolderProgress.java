package org.drsformer.macro;

import java.nio.file.Path;
import java.util.List;

import org.drsformer.batch.BatchListener;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.job.FileFailure;

import ij.IJ;

/** Shows the file of a folder that is being derained in the status bar, and failures in the log. */
final class FolderProgress extends StatusProgress implements BatchListener {

	FolderProgress(final Path folder) {
		super("Deraining " + folder);
	}

	@Override
	public void started(final Path input, final int number, final int count) {
		IJ.showStatus("Deraining " + number + " of " + count + ": " + input.getFileName());
	}

	@Override
	public void done(final Path input, final Path output) {
		// the status bar suffices
	}

	@Override
	public void failed(final FileFailure failure) {
		IJ.log(failure.sentence());
	}

	@Override
	public void noted(final String sentence) {
		IJ.log(sentence);
	}

	/** Returns one sentence about what failed; the log has the rest. */
	static String sentence(final BatchSummary summary) {
		final List<FileFailure> failed = summary.failed();
		final String first = failed.get(0).sentence();
		return failed.size() == 1 && summary.done().isEmpty() ? first
			: failed.size() + " of " + (failed.size() + summary.done().size()) +
				" files could not be derained, the others are done; the first: " + first;
	}
}
