package org.drsformer.network.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.drsformer.network.strip.Strip.Range;
import org.junit.jupiter.api.Test;

/** The properties of strips that operations rely on hold for many sizes, halos and budgets. */
class StripPartitionTest {

	private static final int CASES = 3000;
	private static final int LEAST_PIXELS = 1000;
	private static final int[] HALOS = { 0, 1, 4, 6 };

	/** A map to divide, and its strips. */
	private record Case(int height, int width, int halo, long pixels, List<List<Strip>> bands) {

		static Case random(final Random random) {
			final int height = 1 + random.nextInt(120);
			final int width = 1 + random.nextInt(120);
			final int halo = HALOS[random.nextInt(HALOS.length)];
			final long pixels = (long) (height * width * Math.pow(random.nextDouble(), 3) * 1.2);
			final long shared = 1 + random.nextInt(2000);
			return new Case(height, width, halo, pixels, StripPartition.bands(height, width, halo, pixels, shared));
		}

		List<Strip> strips() {
			return bands.stream().flatMap(List::stream).toList();
		}

		@Override
		public String toString() {
			return height + " x " + width + ", halo " + halo + ", " + pixels + " pixels: " + bands;
		}
	}

	@Test
	void everyPixelIsInOneStrip() {
		new Random(1).ints(CASES).mapToObj(seed -> Case.random(new Random(seed))).forEach(c -> {
			final int[] count = new int[c.height * c.width];
			for (final Strip strip : c.strips())
				for (int y = strip.rows().from(); y < strip.rows().to(); y++)
					for (int x = strip.columns().from(); x < strip.columns().to(); x++)
						count[y * c.width + x]++;
			for (final int times : count)
				assertEquals(1, times, c::toString);
		});
	}

	@Test
	void halosAreAsWideAsTheMapLets() {
		new Random(2).ints(CASES).mapToObj(seed -> Case.random(new Random(seed))).forEach(c -> {
			for (final Strip strip : c.strips()) {
				checkHalo(strip.rows(), strip.haloRows(), c.halo, c.height, c);
				checkHalo(strip.columns(), strip.haloColumns(), c.halo, c.width, c);
			}
		});
	}

	private static void checkHalo(final Range range, final Range haloed, final int halo, final int size, final Case c) {
		assertEquals(Math.max(0, range.from() - halo), haloed.from(), c::toString);
		assertEquals(Math.min(size, range.to() + halo), haloed.to(), c::toString);
	}

	/** Otherwise pixel-unshuffle would divide its blocks of 2 x 2 pixels. */
	@Test
	void stripsBeginEven() {
		new Random(3).ints(CASES).mapToObj(seed -> Case.random(new Random(seed))).forEach(c -> {
			for (final Strip strip : c.strips())
				assertEquals(0, strip.rows().from() % 2 + strip.columns().from() % 2, c::toString);
		});
	}

	/**
	 * A map that is changed in place changes one band late, so a halo may reach into the band above, but no further.
	 */
	@Test
	void halosReachIntoOneBandAbove() {
		new Random(4).ints(CASES).mapToObj(seed -> Case.random(new Random(seed))).forEach(c -> {
			for (int band = 1; band < c.bands.size(); band++) {
				final int above = c.bands.get(band - 1).get(0).rows().from();
				for (final Strip strip : c.bands.get(band))
					assertTrue(strip.haloRows().from() >= above, c::toString);
			}
		});
	}

	/** The sizes are rounded up a little. Very small budgets are exceeded, since strips would be little but halo. */
	@Test
	void stripsFitTheBudget() {
		new Random(5).ints(CASES).mapToObj(seed -> Case.random(new Random(seed))).forEach(c -> {
			for (final Strip strip : c.strips()) {
				final long haloed = (long) strip.haloRows().length() * strip.haloColumns().length();
				assertTrue(haloed <= 1.1 * Math.max(c.pixels, LEAST_PIXELS), c::toString);
			}
		});
	}
}
