package org.drsformer.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;
import org.drsformer.network.configuration.Layout;

/**
 * A random configuration with weights of the same scales as in the fixtures, so that outputs are as large as inputs.
 */
record RandomNetwork(Configuration configuration, Map<String, Tensor> weights) {

	/** Never 2: a normalisation over two channels jumps between -1 and 1, so that float32 is not close to float64. */
	private static final int[] DIMS = { 4, 6, 8, 10, 12 };

	/** The scale of some weights: values that differ from a by at most b. */
	private record Scale(double a, double b) {

		/** Returns uniform weights for which a sum over all inputs of a convolution has this standard deviation. */
		static Scale gain(final double gain, final int[] shape) {
			return new Scale(0, gain * Math.sqrt(3.0 * shape[0] / size(shape)));
		}
	}

	static RandomNetwork of(final Random random) {
		final Configuration configuration = configuration(random);
		return new RandomNetwork(configuration, weights(configuration, random));
	}

	static Map<String, Tensor> weights(final Configuration configuration, final Random random) {
		final Map<String, Tensor> weights = new LinkedHashMap<>();
		Layout.of(configuration).forEach((name, shape) -> weights.put(name, tensor(scale(name, shape), shape, random)));
		return weights;
	}

	private static Configuration configuration(final Random random) {
		final int dim = DIMS[random.nextInt(DIMS.length)];
		final List<Integer> blocks = random.ints(Configuration.LEVELS, 1, 3).boxed().toList();
		final List<Integer> heads = IntStream.range(0, Configuration.LEVELS)
			.mapToObj(level -> heads(dim << level, random))
			.toList();
		// in steps of 0.13, among which every other hidden width is odd
		final double expansion = 0.5 + 0.13 * random.nextInt(24);
		final int channels = random.nextBoolean() ? 3 : 1;
		final boolean bias = random.nextBoolean();
		final LayerNormType norm = random.nextBoolean() ? LayerNormType.WITH_BIAS : LayerNormType.BIAS_FREE;
		if (random.nextInt(3) > 0)
			return new Configuration(channels, channels, dim, blocks, heads, expansion, bias, norm,
				random.nextBoolean());
		final int views = 1 + random.nextInt(4) / 3;
		return new Configuration(Architecture.RESTORMER, views * channels, channels, dim, blocks, heads, expansion,
			bias, norm, false, 1 + random.nextInt(2));
	}

	/** Returns a divisor of the channels that leaves two or more channels for each head. */
	private static int heads(final int channels, final Random random) {
		final int[] divisors = IntStream.rangeClosed(1, channels / 2).filter(n -> channels % n == 0).toArray();
		return divisors[random.nextInt(Math.min(4, divisors.length))];
	}

	private static Tensor tensor(final Scale scale, final int[] shape, final Random random) {
		final float[] data = new float[size(shape)];
		for (int i = 0; i < data.length; i++)
			data[i] = (float) (scale.a + scale.b * (2 * random.nextDouble() - 1));
		return new Tensor(shape, data);
	}

	private static int size(final int[] shape) {
		return IntStream.of(shape).reduce(1, Math::multiplyExact);
	}

	/** Returns the a and b of the fixtures' manifests for a tensor of this kind. */
	private static Scale scale(final String name, final int[] shape) {
		if (name.endsWith("temperature"))
			return new Scale(3, 2);
		if (name.matches(".*attn[1-4]"))
			return new Scale(0.25, 0.2);
		if (name.contains("norm"))
			return name.endsWith("weight") ? new Scale(1, 0.5) : new Scale(0, 0.3);
		return name.endsWith("bias") ? new Scale(0, 0.15) : Scale.gain(gain(name), shape);
	}

	private static double gain(final String name) {
		if (name.startsWith("output"))
			return 0.05;
		if (name.contains("attn.project_out"))
			return 3;
		if (name.contains("ffn") || name.contains("layers.1"))
			return 1.3;
		return 1;
	}
}
