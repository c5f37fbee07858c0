package org.drsformer.batch;

import java.nio.file.Path;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileFailure;

/**
 * Is told about the files of a run. As a {@link Progress} it receives the progress of the whole run, in which each file
 * counts by its bytes, and it may cancel the run. All methods are called on the thread that derains. A result is
 * written while the next file is being derained, so {@code done} may come after {@code started} of the next file.
 */
public interface BatchListener extends Progress {

	/** Work on a file begins. Its number counts from 1 to {@code count}. */
	void started(Path input, int number, int count);

	/** The result of a file has been written. */
	void done(Path input, Path output);

	/** A file could not be derained; the run goes on. */
	void failed(FileFailure failure);

	/**
	 * A file needs no work.
	 *
	 * @param output its result, which exists
	 * @param why in a few words
	 */
	default void skipped(final Path input, final Path output, final String why) {
		// many listeners need only the files that are derained
	}

	/** Something was left out that is not a failure; the sentence says what. */
	default void noted(final String sentence) {
		// many listeners need only the files that are derained
	}
}
