package org.drsformer.train.learner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Layout;
import org.drsformer.rain.Seeds;

/**
 * Random weights to start from, as the original initializes them: convolutions and linear layers uniform within 1 /
 * sqrt(inputs of an output), as in PyTorch; each branch of the attention 0.2; temperatures and the weights of layer
 * normalisations 1, and their biases 0.
 */
public final class FreshWeights {

	private static final float BRANCH_WEIGHT = 0.2f;

	private FreshWeights() {
		// static functions only
	}

	/** Returns the weights by their names in the checkpoint; equal seeds give equal weights. */
	public static Map<String, Tensor> of(final Configuration configuration, final long seed) {
		final Map<String, int[]> shapes = Layout.of(configuration);
		final Random random = Seeds.random(Seeds.member(seed, -1));
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		shapes.forEach((name, shape) -> weights.put(name, tensor(name, shape, shapes, random)));
		return weights;
	}

	private static Tensor tensor(final String name, final int[] shape, final Map<String, int[]> shapes,
		final Random random)
	{
		final float[] values = new float[FlatTensors.size(shape)];
		for (int i = 0; i < values.length; i++)
			values[i] = value(name, shapes, random);
		return new Tensor(shape, values);
	}

	private static float value(final String name, final Map<String, int[]> shapes, final Random random) {
		if (name.matches(".*\\.attn[1-4]"))
			return BRANCH_WEIGHT;
		if (name.endsWith("temperature") || name.endsWith("body.weight") && name.contains("norm"))
			return 1;
		if (name.endsWith("body.bias") && name.contains("norm"))
			return 0;
		final int[] weight = shapes.get(name.replaceFirst("\\.bias$", ".weight"));
		final double bound = 1 / Math.sqrt((double) FlatTensors.size(weight) / weight[0]);
		return (float) (bound * (2 * random.nextDouble() - 1));
	}
}
