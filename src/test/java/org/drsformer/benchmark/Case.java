package org.drsformer.benchmark;

import java.util.Locale;

import org.drsformer.network.BenchmarkNetwork;
import org.drsformer.network.BenchmarkNetwork.Form;

/** One thing to measure: a forward pass of a network in one of its forms on an image of some size. */
record Case(String network, Form form, Size size) {

	/** How many pixels take the bundled model as long as one takes the full size. */
	private static final int LIGHTER = 20;
	private static final long LONG = 900_000;

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

	boolean fullSize() {
		return !network.equals(BenchmarkNetwork.COMPACT);
	}

	/** So that one round has to do. */
	boolean takesMinutes() {
		return size.pixels() / (fullSize() ? 1 : LIGHTER) > LONG;
	}

	@Override
	public String toString() {
		return network + " " + size + " " + form.name().toLowerCase(Locale.ROOT);
	}
}
