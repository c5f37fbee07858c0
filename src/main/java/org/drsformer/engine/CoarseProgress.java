package org.drsformer.engine;

import java.util.function.IntConsumer;

import org.drsformer.Progress;

/** Progress that is told ten times and not more. */
final class CoarseProgress implements Progress {

	private final IntConsumer teller;
	private int told;

	CoarseProgress(final IntConsumer teller) {
		this.teller = teller;
	}

	@Override
	public void update(final double fraction) {
		final int tenth = (int) Math.floor(10 * fraction);
		if (tenth > told)
			teller.accept(tenth);
		told = Math.max(told, tenth);
	}
}
