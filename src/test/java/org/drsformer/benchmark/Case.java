package org.drsformer.benchmark;

import java.util.Locale;

import org.drsformer.network.BenchmarkNetwork;
import org.drsformer.network.BenchmarkNetwork.Form;

/** One thing to measure: a forward pass of a network in one of its forms on an image of some size. */
record Case(String network, Form form, Size size) {

	/** The factor between the times for a pixel of the published size and of the bundled model. */
	private static final int LIGHTER = 18;

	/** The pixels that the published size derains in a few seconds, a minute. */
	private static final long SHORT = 50_000;
	private static final long VERY_LONG = 900_000;

	/** Returns whether the case is so short that the start would show, in spite of the pass on a small image before. */
	boolean needsWarmup() {
		return cost() < SHORT;
	}

	/** Returns whether the case is too long for a quick run, and for more than one round. */
	boolean isVeryLong() {
		return cost() > VERY_LONG;
	}

	/** Returns the amount of work, in pixels of the published size. */
	private long cost() {
		return network.equals(BenchmarkNetwork.COMPACT) ? size.pixels() / LIGHTER : size.pixels();
	}

	@Override
	public String toString() {
		return network + " " + size + " " + form.name().toLowerCase(Locale.ROOT);
	}
}
