package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;

/**
 * A 1x1 convolution: the same linear map of the channels at every pixel, a plain matrix product on maps (N, H, W, C).
 *
 * @param weight (out, in)
 * @param bias (out), or null
 */
public record Pointwise(NDArray weight, NDArray bias) {

	/** The 1x1 convolution {@code <name>.weight}, (out, in, 1, 1), and {@code <name>.bias} where there is one. */
	public static Pointwise of(final Parameters parameters, final String name) {
		return new Pointwise(matrix(parameters.get(name + ".weight")), parameters.find(name + ".bias"));
	}

	/** The weight of a 1x1 convolution, (out, in, 1, 1), as a matrix (out, in). */
	public static NDArray matrix(final NDArray weight) {
		return weight.reshape(weight.getShape().slice(0, 2));
	}

	/** x: (..., in) to (..., out). */
	public NDArray forward(final NDArray x) {
		return Linear.linear(x, weight, bias).singletonOrThrow();
	}

	/**
	 * A linear map of the channels that differs from image to image.
	 *
	 * @param x (N, H, W, C)
	 * @param matrices (N, C, C), for products from the right
	 * @return (N, H, W, C)
	 */
	public static NDArray perImage(final NDArray x, final NDArray matrices) {
		final Shape shape = x.getShape();
		try (NDArray pixels = x.reshape(shape.get(0), shape.get(1) * shape.get(2), shape.get(3));
			NDArray product = pixels.matMul(matrices)) {
			return product.reshape(shape);
		}
	}
}
