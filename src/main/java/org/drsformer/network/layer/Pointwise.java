package org.drsformer.network.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;

/**
 * A 1x1 convolution: the same linear function of the channels at every pixel. On maps (N, H, W, C) it is a plain matrix
 * product.
 *
 * @param weight (out, in)
 * @param bias (out), or null
 */
public record Pointwise(NDArray weight, NDArray bias) {

	/**
	 * Returns the 1x1 convolution of {@code <name>.weight}, (out, in, 1, 1), and of {@code <name>.bias} if there is
	 * one.
	 */
	public static Pointwise of(final Parameters parameters, final String name) {
		return new Pointwise(matrix(parameters.get(name + ".weight")), parameters.find(name + ".bias"));
	}

	/** Returns the weight of a 1x1 convolution, (out, in, 1, 1), as a matrix (out, in). */
	public static NDArray matrix(final NDArray weight) {
		return weight.reshape(weight.getShape().slice(0, 2));
	}

	/** Returns the map (..., out) of x, (..., in). */
	public NDArray forward(final NDArray x) {
		return Linear.linear(x, weight, bias).singletonOrThrow();
	}

	/**
	 * Returns x with the channels of each pixel multiplied by a matrix that differs from image to image.
	 *
	 * @param x (N, H, W, C), like the result
	 * @param matrices (N, C, C), for products from the right
	 */
	public static NDArray perImage(final NDArray x, final NDArray matrices) {
		final Shape shape = x.getShape();
		try (NDArray pixels = x.reshape(shape.get(0), shape.get(1) * shape.get(2), shape.get(3));
			NDArray product = pixels.matMul(matrices)) {
			return product.reshape(shape);
		}
	}
}
