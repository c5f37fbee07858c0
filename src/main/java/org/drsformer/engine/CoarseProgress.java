package org.drsformer.engine;

import java.util.function.IntConsumer;

import org.drsformer.Progress;

/** Progress that reports only tenths, so at most ten times. */
final class CoarseProgress implements Progress {

	private final IntConsumer listener;
	private int reported;

	/** @param listener gets the number of tenths, 1 to 10 */
	CoarseProgress(final IntConsumer listener) {
		this.listener = listener;
	}

	@Override
	public void update(final double fraction) {
		final int tenth = (int) Math.floor(10 * fraction);
		if (tenth > reported)
			listener.accept(tenth);
		reported = Math.max(reported, tenth);
	}
}
