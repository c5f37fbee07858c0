package org.drsformer;

import java.util.concurrent.CancellationException;

/** Receives the progress of long work, and can cancel the work. */
@FunctionalInterface
public interface Progress {

	/** Reports nothing, never cancels. */
	Progress NONE = fraction -> {};

	/**
	 * Receives the progress. Called often, on the thread that does the work.
	 *
	 * @param fraction how much of the work is done, in 0..1; never decreases
	 * @throws CancellationException to cancel the work; it then ends within a second or two and leaves no output
	 */
	void update(double fraction);

	/** Returns a progress in 0..1 for the part [from, to] of this work. */
	default Progress part(final double from, final double to) {
		return fraction -> update(from + (to - from) * fraction);
	}
}
