package org.drsformer;

import java.util.concurrent.CancellationException;

/** Where long work tells how far it has come, and learns that it is to stop. */
@FunctionalInterface
public interface Progress {

	/** Reports nothing, never cancels. */
	Progress NONE = fraction -> {};

	/**
	 * Called often, on the thread that works.
	 *
	 * @param fraction how much of the work is done, in 0..1, never falling
	 * @throws CancellationException to stop the work; it then ends within a second or two and leaves no output
	 */
	void update(double fraction);

	/** The progress of the part [from, to] of this work, as a progress of its own in 0..1. */
	default Progress part(final double from, final double to) {
		return fraction -> update(from + (to - from) * fraction);
	}
}
