package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.LiveArrays;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** If a part of a network cannot be made, the parts that were made before are freed. */
@ExtendWith(Inference.class)
class FailedConstructionTest {

	/** Weights of which one fails: there is no memory for it, or it is damaged. */
	private static final class Failing extends LinkedHashMap<String, Tensor> {

		private static final long serialVersionUID = 1;

		private final transient Throwable failure;
		private int left;

		private Failing(final Map<String, Tensor> weights, final int left, final Throwable failure) {
			super(weights);
			this.left = left;
			this.failure = failure;
		}

		@Override
		public Tensor get(final Object name) {
			if (left-- > 0)
				return super.get(name);
			if (failure instanceof final Error error)
				throw error;
			throw (RuntimeException) failure;
		}

		/** Returns how many more weights would not fail. */
		private int left() {
			return left;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "r_d8_withbias" })
	void whateverPartFailsAllIsFreed(final String fixture, final NDManager manager) {
		final Map<String, Tensor> weights = GoldenNetwork.load(fixture).weights();
		final Configuration configuration = Configuration.infer(weights, fixture);
		final Failing complete = new Failing(weights, Integer.MAX_VALUE, null);
		RestorationNetwork.of(configuration, complete, manager).close();
		final int gets = Integer.MAX_VALUE - complete.left();
		assertTrue(gets > 100);
		final long before = LiveArrays.in(manager);
		for (int part = 0; part < gets; part += 1 + gets / 8)
			for (final Throwable failure : new Throwable[] { new IllegalStateException("damaged"),
				new OutOfMemoryError("Cannot reserve direct buffer memory") }) {
				final Failing failing = new Failing(weights, part, failure);
				assertSame(failure,
					assertThrows(failure.getClass(), () -> RestorationNetwork.of(configuration, failing, manager)));
				assertEquals(before, LiveArrays.in(manager), "failing at " + part);
			}
	}

	@Test
	void itsManagerIsClosedToo() {
		final NDManager manager = Torch.newManager(ComputeDevice.CPU);
		final Error failure = new OutOfMemoryError("Java heap space");
		assertSame(failure, assertThrows(OutOfMemoryError.class, () -> Torch.own(manager, own -> {
			own.zeros(new Shape(3));
			throw failure;
		})));
		assertFalse(manager.isOpen());
		assertEquals(0, LiveArrays.in(manager));
	}

	/** Training makes a new network in each step. */
	@Test
	void aFailingStepOfTrainingFreesAll(final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load("d8_plain");
		final Map<String, NDArray> parameters = new LinkedHashMap<>();
		golden.weights()
			.forEach((name, tensor) -> parameters.put(name,
				manager.zeros(new Shape(Arrays.stream(tensor.shape()).asLongStream().toArray()))));
		final NDArray image = manager.zeros(new Shape(1, 16, 16, 3));
		final Configuration configuration = golden.configuration();
		RestorationNetwork.record(configuration, parameters, image).close();
		final long before = LiveArrays.in(manager);
		parameters.remove("output.weight");
		assertThrows(IllegalArgumentException.class, () -> RestorationNetwork.record(configuration, parameters, image));
		assertEquals(before, LiveArrays.in(manager));
	}
}
