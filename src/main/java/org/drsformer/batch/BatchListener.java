package org.drsformer.batch;

import java.nio.file.Path;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileFailure;

/**
 * Hears how a run over files goes. As a {@link Progress} it is told the share of the whole run, in which a file weighs
 * as much as it has bytes, and may cancel the run. All methods are called on the thread that derains. A result is
 * written while the next file is derained already: {@code done} may come after {@code started} of the next.
 */
public interface BatchListener extends Progress {

	/** Work on a file begins: the one with this number, from 1, of so many. */
	void started(Path input, int number, int count);

	/** The result of a file has been written. */
	void done(Path input, Path output);

	/** A file could not be derained; the run goes on. */
	void failed(FileFailure failure);

	/**
	 * Nothing is to be done for a file.
	 *
	 * @param output its result, which is there
	 * @param why in a few words
	 */
	default void skipped(final Path input, final Path output, final String why) {
		// most want to hear of the work only
	}

	/** Something was left out that is no failure, in a sentence. */
	default void noted(final String sentence) {
		// most want to hear of the work only
	}
}
