package org.drsformer.network.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.Progress;
import org.drsformer.network.Deviation;
import org.drsformer.network.Drsformer;
import org.drsformer.network.GoldenNetwork;
import org.drsformer.network.Inference;
import org.drsformer.network.Maps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** What the first pass of the attention keeps for the second is given back as soon as memory is scarce. */
@ExtendWith(Inference.class)
class StripCacheTest {

	private static final double TOLERANCE = 2e-5;

	/** Strips of which one does not find enough memory, and how much is kept after each. */
	private static final class OneFailing extends InferenceStrips {

		private final int failing;
		private final List<Integer> cached = new ArrayList<>();

		/** @param failing number of the strip, from 0; -1 for none */
		private OneFailing(final int failing) {
			super(64 << 10, Long.MAX_VALUE, Progress.NONE, Double.MAX_VALUE);
			this.failing = failing;
		}

		@Override
		NDArray attempt(final Strip strip, final NDArray map, final PixelCost cost, final Operation operation) {
			final NDArray result = super.attempt(strip, map, cost, (s, haloed) -> {
				if (cached.size() != failing)
					return operation.apply(s, haloed);
				cached.add(cache().count());
				throw new EngineException(
					"DefaultCPUAllocator: can't allocate memory: you tried to allocate 123 bytes.");
			});
			cached.add(cache().count());
			return result;
		}
	}

	private Drsformer network;
	private NDArray image;

	@BeforeEach
	void build(final NDManager manager) {
		network = GoldenNetwork.load("d8_plain").build(manager);
		image = manager.arange(64 * 40 * 3).div(64 * 40 * 3).reshape(new Shape(1, 64, 40, 3));
	}

	@Test
	void valuesAreKeptFromPassToPass() {
		final OneFailing strips = new OneFailing(-1);
		network.forward(image, strips);
		assertTrue(strips.cached.stream().anyMatch(count -> count > 3), strips.cached.toString());
		assertEquals(0, strips.cache().count());
	}

	@Test
	void nothingIsKeptAfterAFailure() {
		final double[] expected = Maps.values(network.forward(image, new OneFailing(-1)));
		int keeping = 0;
		// in first passes as well as in second ones
		for (int failing = 12; failing < 60; failing += 11) {
			final OneFailing strips = new OneFailing(failing);
			Deviation.between(expected, Maps.values(network.forward(image, strips)))
				.assertWithin(TOLERANCE, "failing at " + failing);
			keeping += strips.cached.get(failing) > 1 ? 1 : 0;
			assertTrue(strips.cached.subList(failing + 1, strips.cached.size()).stream().allMatch(count -> count == 0),
				failing + ": " + strips.cached);
		}
		assertTrue(keeping > 1, "values were kept before " + keeping + " of the failures");
	}
}
