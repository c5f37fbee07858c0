package org.drsformer.train.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.drsformer.image.FrameTensor;
import org.junit.jupiter.api.Test;

class SymmetryTest {

	private static final FrameTensor SQUARE = new FrameTensor(new float[] { 1, -1, 2, -2, 3, -3, 4, -4 }, 2, 2, 2);

	@Test
	void allEightAreDifferent() {
		final Set<List<Float>> all = new HashSet<>();
		for (int i = 0; i < Symmetry.COUNT; i++) {
			final float[] values = Symmetry.apply(SQUARE, i).values();
			all.add(List.of(values[0], values[2], values[4], values[6]));
			for (int pixel = 0; pixel < 4; pixel++)
				assertEquals(values[2 * pixel], -values[2 * pixel + 1], "channels stay together");
		}
		assertEquals(8, all.size());
	}

	@Test
	void transposeAndFlips() {
		assertArrayEquals(new float[] { 1, -1, 3, -3, 2, -2, 4, -4 }, Symmetry.apply(SQUARE, 1).values());
		assertArrayEquals(new float[] { 2, -2, 1, -1, 4, -4, 3, -3 }, Symmetry.apply(SQUARE, 2).values());
		assertArrayEquals(new float[] { 3, -3, 4, -4, 1, -1, 2, -2 }, Symmetry.apply(SQUARE, 4).values());
		assertEquals(0, Arrays.compare(SQUARE.values(), Symmetry.apply(SQUARE, 0).values()));
	}
}
