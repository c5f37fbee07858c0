package org.drsformer.network;

import static org.drsformer.network.PlainLayers.add;
import static org.drsformer.network.PlainLayers.alias;
import static org.drsformer.network.PlainLayers.concatenate;
import static org.drsformer.network.PlainLayers.convolution;
import static org.drsformer.network.PlainLayers.convolve;
import static org.drsformer.network.PlainLayers.pixelShuffle;
import static org.drsformer.network.PlainLayers.pixelUnshuffle;

import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.layer.Parameters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * DRSformer or Restormer by the formulas of the papers and nothing else: whole maps (N, C, H, W), four attention
 * products, grouped convolutions, no rewrites. Its precision is that of its parameters and its input. In double
 * precision, it gives the expected results where there are no golden values.
 */
final class PlainReference {

	private final Configuration configuration;
	private final Parameters parameters;
	private final TopKGap gap;

	/** @param gap gets all scores; may be null */
	PlainReference(final Configuration configuration, final Map<String, NDArray> parameters, final TopKGap gap) {
		this.configuration = configuration;
		this.parameters = Parameters.of(parameters);
		this.gap = gap;
	}

	/** Returns the weights in this precision; they belong to the manager. */
	static Map<String, NDArray> arrays(final Map<String, Tensor> weights, final DataType type,
		final NDManager manager)
	{
		final Map<String, NDArray> arrays = new LinkedHashMap<>();
		weights.forEach((name, tensor) -> {
			final long[] shape = new long[tensor.shape().length];
			for (int i = 0; i < shape.length; i++)
				shape[i] = tensor.shape()[i];
			arrays.put(name, manager.create(tensor.data(), new Shape(shape)).toType(type, false));
		});
		return arrays;
	}

	/** Returns the restored image, (N, C, H, W). */
	NDArray forward(final NDArray image) {
		final NDArray embedded = convolve(image, parameters, "patch_embed.proj", 1);
		if (!configuration.dualPixel())
			return add(convolution(refined(embedded), parameters, "output"), alias(image));
		final NDArray views = convolve(embedded, parameters, "skip_conv", 1);
		return convolution(add(refined(embedded), views), parameters, "output");
	}

	/** Returns the map before the last convolution; the embedding is consumed. */
	private NDArray refined(final NDArray embedded) {
		final NDArray skip1 = stage("encoder_level1", 0, experts("encoder_level0", embedded));
		final NDArray skip2 = stage("encoder_level2", 1, down("down1_2", skip1));
		final NDArray skip3 = stage("encoder_level3", 2, down("down2_3", skip2));
		final NDArray latent = stage("latent", 3, down("down3_4", skip3));
		final NDArray x3 = stage("decoder_level3", 2, reduce("reduce_chan_level3", up("up4_3", latent, skip3)));
		final NDArray x2 = stage("decoder_level2", 1, reduce("reduce_chan_level2", up("up3_2", x3, skip2)));
		final NDArray x1 = experts("refinement", stage("decoder_level1", 0, up("up2_1", x2, skip1)));
		return blocks("refinement", configuration.refinement(), x1);
	}

	private NDArray experts(final String name, final NDArray x) {
		return configuration.mefc() ? new PlainExperts(parameters.at(name)).forward(x) : x;
	}

	private NDArray stage(final String name, final int level, final NDArray x) {
		return blocks(name, configuration.blocks().get(level), x);
	}

	private NDArray blocks(final String name, final int count, final NDArray x) {
		NDArray result = x;
		for (int i = 0; i < count; i++)
			result = new PlainBlock(parameters.at(name).at(i), gap).forward(result);
		return result;
	}

	private NDArray down(final String name, final NDArray x) {
		return pixelUnshuffle(convolve(x, parameters, name + ".body.0", 1));
	}

	private NDArray up(final String name, final NDArray x, final NDArray skip) {
		return concatenate(1, pixelShuffle(convolution(x, parameters, name + ".body.0")), skip);
	}

	private NDArray reduce(final String name, final NDArray x) {
		return convolution(x, parameters, name);
	}
}
