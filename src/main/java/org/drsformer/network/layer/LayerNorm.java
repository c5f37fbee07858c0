package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Layer normalisation over the channels of each pixel, with the variance without Bessel's correction and eps 1e-5.
 * <ul>
 * <li>{@code WithBias}: (x - mean) / sqrt(var + eps) * weight + bias
 * <li>{@code BiasFree}: x / sqrt(var + eps) * weight; the mean is taken from the variance only, not from x
 * </ul>
 *
 * @param weight (C)
 * @param bias (C), or null for {@code BiasFree}
 */
public record LayerNorm(NDArray weight, NDArray bias) {

	private static final float EPS = 1e-5f;

	/** Returns the layer normalisation of a module, with a bias if the module has one. */
	public static LayerNorm of(final Parameters parameters) {
		return new LayerNorm(parameters.get("body.weight"), parameters.find("body.bias"));
	}

	/** Returns the normalised map, (N, H, W, C) like x. */
	public NDArray forward(final NDArray x) {
		return bias == null ? biasFree(x)
			: ai.djl.nn.norm.LayerNorm.layerNorm(x, new Shape(weight.size()), weight, bias, EPS).singletonOrThrow();
	}

	private NDArray biasFree(final NDArray x) {
		try (NDArray mean = x.mean(new int[] { -1 }, true);
			NDArray centred = x.sub(mean);
			NDArray squares = centred.square();
			NDArray variance = squares.mean(new int[] { -1 }, true);
			NDArray shifted = variance.add(EPS);
			NDArray deviation = shifted.sqrt();
			NDArray normalised = x.div(deviation)) {
			return normalised.mul(weight);
		}
	}
}
