package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class MotionBlurTest {

	private static final List<Rain> RAINS = IntStream.range(0, 1000)
		.mapToObj(seed -> new MotionBlur().draw(Seeds.random(seed)))
		.toList();

	private static List<Streaks> layers() {
		return RAINS.stream().flatMap(rain -> rain.layers().stream()).toList();
	}

	@Test
	void fallsInAllDirections() {
		final int[] counts = new int[6];
		for (final Rain rain : RAINS)
			counts[(int) Math.floorMod((long) rain.layers().get(0).angle().mean() + 90, 180L) / 30]++;
		for (final int count : counts)
			assertTrue(count > 60, () -> List.of(IntStream.of(counts).boxed().toArray()).toString());
	}

	@Test
	void fromAFewStreaksToMoreThanThereIsRoomFor() {
		final double[] all = RAINS.stream()
			.mapToDouble(rain -> rain.layers().stream().mapToDouble(Streaks::density).sum())
			.sorted()
			.toArray();
		assertTrue(all[0] >= 0.005 && all[100] < 0.05, "lightest " + all[0] + " " + all[100]);
		assertTrue(all[900] > 0.6 && all[999] <= 1.205 + 1e-9, "heaviest " + all[900] + " " + all[999]);
	}

	@Test
	void oneToThreeLayersOfStreaksThatAreLonger() {
		for (int count = 1; count <= 3; count++) {
			final int layers = count;
			assertEquals(333, RAINS.stream().filter(rain -> rain.layers().size() == layers).count(), 60);
		}
		for (final Streaks streaks : layers())
			assertTrue(streaks.length().mean() >= 2.99 * streaks.width().mean(), streaks::toString);
	}

	@Test
	void manyLayersAreOfStreaksAllAlike() {
		assertEquals(0.25,
			layers().stream()
				.filter(streaks -> streaks.length().min() == streaks.length().max() && streaks.taper() == 0)
				.count() / (double) layers().size(),
			0.06);
	}
}
