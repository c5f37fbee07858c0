package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.network.strip.FailingStrips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** The cache between the passes of the attention is emptied as soon as memory is scarce. */
@ExtendWith(Inference.class)
class StripCacheTest {

	private static final double TOLERANCE = 2e-5;

	private RestorationNetwork network;
	private NDArray image;

	@BeforeEach
	void build(final NDManager manager) {
		network = GoldenNetwork.load("d8_plain").build(manager);
		image = manager.arange(64 * 40 * 3).div(64 * 40 * 3).reshape(new Shape(1, 64, 40, 3));
	}

	@Test
	void valuesAreCachedFromPassToPass() {
		final FailingStrips strips = new FailingStrips(-1);
		network.forward(image, strips);
		assertTrue(strips.cached().stream().anyMatch(count -> count > 3), strips.cached().toString());
		assertEquals(0, strips.cachedNow());
	}

	@Test
	void nothingIsCachedAfterAFailure() {
		final double[] expected = Maps.values(network.forward(image, new FailingStrips(-1)));
		int caching = 0;
		// in first passes as well as in second ones
		for (int failing = 12; failing < 60; failing += 11) {
			final FailingStrips strips = new FailingStrips(failing);
			Deviation.between(expected, Maps.values(network.forward(image, strips)))
				.assertWithin(TOLERANCE, "failing at " + failing);
			caching += strips.cached().get(failing) > 1 ? 1 : 0;
			assertTrue(
				strips.cached().subList(failing + 1, strips.cached().size()).stream().allMatch(count -> count == 0),
				failing + ": " + strips.cached());
		}
		assertTrue(caching > 1, "values were cached before " + caching + " of the failures");
	}
}
