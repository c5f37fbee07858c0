package org.drsformer.benchmark;

import java.util.Locale;

import org.drsformer.network.BenchmarkNetwork;
import org.drsformer.network.BenchmarkNetwork.Form;

/** One thing to measure: a forward pass of a network in one of its forms on an image of some size. */
record Case(String network, Form form, Size size) {

	/** The bundled model takes so many times less for a pixel than the published size. */
	private static final int LIGHTER = 18;

	/** Pixels of the published size that take a few seconds, half a minute, a minute. */
	private static final long SHORT = 50_000;
	private static final long LONG = 200_000;
	private static final long VERY_LONG = 900_000;

	/** Width and height in pixels, multiples of 8. */
	record Size(int width, int height) {

		/** Reads {@code 480x320}. */
		static Size parse(final String text) {
			final String[] sides = text.split("x");
			return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
		}

		long pixels() {
			return (long) width * height;
		}

		@Override
		public String toString() {
			return width + "x" + height;
		}
	}

	/** So short that starting up would show, in spite of a pass on a small image before. */
	boolean needsWarmup() {
		return cost() < SHORT;
	}

	/** So long that one round says enough. */
	boolean isLong() {
		return cost() > LONG;
	}

	/** Too long for those who want a quick answer. */
	boolean isVeryLong() {
		return cost() > VERY_LONG;
	}

	/** In pixels of the published size. */
	private long cost() {
		return network.equals(BenchmarkNetwork.COMPACT) ? size.pixels() / LIGHTER : size.pixels();
	}

	@Override
	public String toString() {
		return network + " " + size + " " + form.name().toLowerCase(Locale.ROOT);
	}
}
