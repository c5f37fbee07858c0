package org.drsformer.network.configuration;

import java.util.LinkedHashMap;
import java.util.Map;

/** Lists the tensors of a network: their names and shapes, in the order in which its original saves them. */
public final class Layout {

	/** The mixture of experts: 4 steps, each with a gate for each of 8 experts. */
	private static final int STEPS = 4;
	public static final int EXPERTS = 8;

	/** The kernel sizes of the separable experts, then those of the dilated ones. The eighth, an average, has none. */
	private static final int[] SEPARABLE = { 1, 3, 5, 7 };
	private static final int[] DILATED = { 3, 5, 7 };

	private static final int BRANCHES = 4;

	private final Configuration configuration;
	private final Map<String, int[]> shapes = new LinkedHashMap<>();

	private Layout(final Configuration configuration) {
		this.configuration = configuration;
	}

	/** Returns the kernel sizes of the separable experts, in their order. */
	public static int[] separable() {
		return SEPARABLE.clone();
	}

	/** Returns the kernel sizes of the dilated experts, in their order. */
	public static int[] dilated() {
		return DILATED.clone();
	}

	/** Returns the shape of every tensor by its name. Convolutions are (out, in / groups, rows, columns). */
	public static Map<String, int[]> of(final Configuration configuration) {
		final Layout layout = new Layout(configuration);
		layout.network();
		return layout.shapes;
	}

	private void network() {
		final int dim = configuration.dim();
		unbiased("patch_embed.proj", dim, configuration.inputChannels(), 3);
		if (configuration.mefc())
			experts("encoder_level0", dim);
		encoder();
		decoder();
		if (configuration.mefc())
			experts("refinement", 2 * dim);
		blocks("refinement", configuration.refinement(), 0, 1);
		if (configuration.dualPixel())
			convolution("skip_conv", 2 * dim, dim, 1);
		convolution("output", configuration.outputChannels(), 2 * dim, 3);
	}

	private void encoder() {
		level("encoder_level1", 0, 0);
		down("down1_2", 0);
		level("encoder_level2", 1, 1);
		down("down2_3", 1);
		level("encoder_level3", 2, 2);
		down("down3_4", 2);
		level("latent", 3, 3);
	}

	private void decoder() {
		up("up4_3", 3);
		reduce("reduce_chan_level3", 2);
		level("decoder_level3", 2, 2);
		up("up3_2", 2);
		reduce("reduce_chan_level2", 1);
		level("decoder_level2", 1, 1);
		up("up2_1", 1);
		level("decoder_level1", 0, 1);
	}

	/**
	 * Lists the blocks of one level of the encoder or the decoder.
	 *
	 * @param level whose numbers of blocks and heads these blocks have
	 * @param width the level whose channels they have: another one in {@code decoder_level1}
	 */
	private void level(final String name, final int level, final int width) {
		blocks(name, configuration.blocks().get(level), level, width);
	}

	private void blocks(final String name, final int count, final int level, final int width) {
		for (int block = 0; block < count; block++) {
			final String prefix = name + "." + block + ".";
			norm(prefix + "norm1", configuration.channels(width));
			attention(prefix + "attn.", configuration.channels(width), configuration.heads().get(level));
			norm(prefix + "norm2", configuration.channels(width));
			if (configuration.architecture() == Architecture.RESTORMER)
				gatedFeedForward(prefix + "ffn.", configuration.channels(width), configuration.hidden(width));
			else
				mixedScaleFeedForward(prefix + "ffn.", configuration.channels(width), configuration.hidden(width));
		}
	}

	private void norm(final String name, final int channels) {
		shapes.put(name + ".body.weight", new int[] { channels });
		if (configuration.layerNorm() == Configuration.LayerNormType.WITH_BIAS)
			shapes.put(name + ".body.bias", new int[] { channels });
	}

	private void attention(final String prefix, final int channels, final int heads) {
		shapes.put(prefix + "temperature", new int[] { heads, 1, 1 });
		for (int branch = 1; branch <= branches(); branch++)
			shapes.put(prefix + "attn" + branch, new int[] { 1 });
		convolution(prefix + "qkv", 3 * channels, channels, 1);
		convolution(prefix + "qkv_dwconv", 3 * channels, 1, 3);
		convolution(prefix + "project_out", channels, channels, 1);
	}

	/** Returns the number of branches of the attention that have a weight each. */
	private int branches() {
		return configuration.architecture() == Architecture.DRSFORMER ? BRANCHES : 0;
	}

	private void gatedFeedForward(final String prefix, final int channels, final int hidden) {
		convolution(prefix + "project_in", 2 * hidden, channels, 1);
		convolution(prefix + "dwconv", 2 * hidden, 1, 3);
		convolution(prefix + "project_out", channels, hidden, 1);
	}

	private void mixedScaleFeedForward(final String prefix, final int channels, final int hidden) {
		convolution(prefix + "project_in", 2 * hidden, channels, 1);
		convolution(prefix + "dwconv3x3", 2 * hidden, 1, 3);
		convolution(prefix + "dwconv5x5", 2 * hidden, 1, 5);
		convolution(prefix + "dwconv3x3_1", hidden, 2, 3);
		convolution(prefix + "dwconv5x5_1", hidden, 2, 5);
		convolution(prefix + "project_out", channels, 2 * hidden, 1);
	}

	private void down(final String name, final int level) {
		unbiased(name + ".body.0", configuration.channels(level) / 2, configuration.channels(level), 3);
	}

	private void up(final String name, final int level) {
		unbiased(name + ".body.0", 2 * configuration.channels(level), configuration.channels(level), 3);
	}

	private void reduce(final String name, final int level) {
		convolution(name, configuration.channels(level), 2 * configuration.channels(level), 1);
	}

	private void experts(final String name, final int channels) {
		final int gates = STEPS * EXPERTS;
		linear(name + ".layers.0.ca_fc.0", 2 * gates, channels);
		linear(name + ".layers.0.ca_fc.2", gates, 2 * gates);
		unbiased(name + ".layers.1.preprocess.op.0", channels, channels, 1);
		for (int step = 0; step < STEPS; step++)
			step(name + ".layers.1._ops." + step, channels);
	}

	private void step(final String name, final int channels) {
		int expert = 0;
		for (final int size : SEPARABLE) {
			final String prefix = name + "._ops." + expert++ + ".op.";
			depthwiseAndPointwise(prefix, 0, channels, size);
			depthwiseAndPointwise(prefix, 3, channels, size);
		}
		for (final int size : DILATED)
			depthwiseAndPointwise(name + "._ops." + expert++ + ".op.", 0, channels, size);
		unbiased(name + "._out.0", channels, EXPERTS * channels, 1);
	}

	private void depthwiseAndPointwise(final String prefix, final int first, final int channels, final int size) {
		unbiased(prefix + first, channels, 1, size);
		unbiased(prefix + (first + 1), channels, channels, 1);
	}

	private void linear(final String name, final int out, final int in) {
		shapes.put(name + ".weight", new int[] { out, in });
		shapes.put(name + ".bias", new int[] { out });
	}

	private void convolution(final String name, final int out, final int in, final int size) {
		unbiased(name, out, in, size);
		if (configuration.bias())
			shapes.put(name + ".bias", new int[] { out });
	}

	private void unbiased(final String name, final int out, final int in, final int size) {
		shapes.put(name + ".weight", new int[] { out, in, size, size });
	}
}
