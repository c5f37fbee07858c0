package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * A convolution of stride 1 that keeps the size of the map, on maps (N, H, W, C).
 * <p>
 * The map is handed to libtorch as the (N, C, H, W) view of channels-last memory: its depthwise convolutions run about
 * ten times faster in this layout on CPUs than in the contiguous one.
 *
 * @param weight (out, in / groups, k, k) with odd k
 * @param bias (out), or null
 * @param groups 1, or the number of channels for a depthwise convolution
 */
public record Convolution(NDArray weight, NDArray bias, int groups) {

	/** The dense convolution {@code <name>.weight}, and {@code <name>.bias} where there is one. */
	public static Convolution dense(final Parameters parameters, final String name) {
		return new Convolution(parameters.get(name + ".weight"), parameters.find(name + ".bias"), 1);
	}

	public static Convolution depthwise(final NDArray weight, final NDArray bias) {
		return new Convolution(weight, bias, (int) weight.getShape().get(0));
	}

	/** x: (N, H, W, in) to (N, H, W, out). */
	public NDArray forward(final NDArray x) {
		final long padding = weight.getShape().get(2) / 2;
		final Shape one = new Shape(1, 1);
		try (NDArray planes = x.transpose(0, 3, 1, 2);
			NDArray result = Conv2d.conv2d(planes, weight, bias, one, new Shape(padding, padding), one, groups)
				.singletonOrThrow()) {
			return result.transpose(0, 2, 3, 1);
		}
	}
}
