package org.drsformer.train.learner;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;
import org.drsformer.train.TrainingTestData;
import org.junit.jupiter.api.Test;

class FreshWeightsTest {

	private static final Configuration ALL = new Configuration(1, 1, 8, TrainingTestData.SMALL.blocks(),
		TrainingTestData.SMALL.heads(), 2.66, true, LayerNormType.WITH_BIAS, true);

	private final Map<String, Tensor> weights = FreshWeights.of(ALL, 3);

	@Test
	void haveTheNamesAndShapesOfTheNetwork() {
		assertEquals(ALL, Configuration.infer(weights, "fresh"));
	}

	/** Weights and biases are uniform within 1 / sqrt(inputs), as after PyTorch's reset_parameters. */
	@Test
	void convolutionsAndTheirBiases() {
		assertSpread(1 / Math.sqrt(16 * 9), "output.weight", 0.1);
		assertSpread(1 / Math.sqrt(3 * 3), "latent.0.attn.qkv_dwconv.weight", 0.1);
		assertSpread(1 / Math.sqrt(2 * 25), "latent.0.ffn.dwconv5x5_1.weight", 0.1);
		assertSpread(1 / Math.sqrt(64), "latent.0.attn.project_out.bias", 0.2);
		assertSpread(1 / Math.sqrt(8), "encoder_level0.layers.0.ca_fc.0.bias", 0.2);
	}

	private void assertSpread(final double bound, final String name, final double tolerance) {
		double most = 0;
		for (final float value : weights.get(name).data())
			most = Math.max(most, Math.abs(value));
		assertTrue(most <= bound && most > bound * (1 - tolerance), name + ": " + most + " of " + bound);
	}

	@Test
	void constants() {
		assertArrayEquals(new float[] { 0.2f }, weights.get("latent.0.attn.attn3").data());
		assertEquals(1, weights.get("latent.0.attn.temperature").data()[5]);
		assertEquals(1, weights.get("latent.0.norm1.body.weight").data()[7]);
		assertEquals(0, weights.get("latent.0.norm2.body.bias").data()[7]);
	}

	@Test
	void theSeedDecides() {
		assertArrayEquals(weights.get("output.weight").data(), FreshWeights.of(ALL, 3).get("output.weight").data());
		assertTrue(weights.get("output.weight").data()[0] != FreshWeights.of(ALL, 4).get("output.weight").data()[0]);
	}
}
