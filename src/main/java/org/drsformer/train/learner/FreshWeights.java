package org.drsformer.train.learner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.Configuration;
import org.drsformer.network.Layout;
import org.drsformer.rain.Seeds;

/**
 * Weights to start from, as the original initialises them: uniform within 1 / sqrt(inputs of an output) as PyTorch does
 * for convolutions and linear layers, 0.2 for each branch of the attention, and 1 and 0 for the rest.
 */
public final class FreshWeights {

	private static final float BRANCH = 0.2f;

	private FreshWeights() {
		// static functions only
	}

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
			return BRANCH;
		if (name.endsWith("temperature") || name.endsWith("body.weight") && name.contains("norm"))
			return 1;
		if (name.endsWith("body.bias") && name.contains("norm"))
			return 0;
		final int[] weight = shapes.get(name.replaceFirst("\\.bias$", ".weight"));
		final double bound = 1 / Math.sqrt((double) FlatTensors.size(weight) / weight[0]);
		return (float) (bound * (2 * random.nextDouble() - 1));
	}
}
