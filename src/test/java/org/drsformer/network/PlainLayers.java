package org.drsformer.network;

import java.util.function.UnaryOperator;

import org.drsformer.network.layer.Parameters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;

/**
 * The layers of {@link PlainReference}. Maps are whole, (N, C, H, W), and freed as soon as they are not needed.
 */
final class PlainLayers {

	private PlainLayers() {
		// static functions only
	}

	/** Returns f(x); x is consumed. */
	static NDArray use(final NDArray x, final UnaryOperator<NDArray> f) {
		try (x) {
			return f.apply(x);
		}
	}

	/** Returns the same values in an array that is closed by itself; DJL's {@code duplicate} would stop gradients. */
	static NDArray alias(final NDArray x) {
		return x.reshape(x.getShape());
	}

	/** Returns the convolution {@code <name>.weight} of x, with its bias if there is one. */
	static NDArray convolve(final NDArray x, final Parameters parameters, final String name, final int dilation) {
		final NDArray weight = parameters.get(name + ".weight");
		final Shape shape = weight.getShape();
		final long padding = dilation * (shape.get(2) / 2);
		final Shape one = new Shape(1, 1);
		return Conv2d
			.conv2d(x, weight, parameters.find(name + ".bias"), one, new Shape(padding, padding),
				new Shape(dilation, dilation), (int) (x.getShape().get(1) / shape.get(1)))
			.singletonOrThrow();
	}

	/** Returns the convolution {@code <name>.weight} of x, which is consumed. */
	static NDArray convolution(final NDArray x, final Parameters parameters, final String name) {
		return use(x, map -> convolve(map, parameters, name, 1));
	}

	static NDArray gelu(final NDArray x) {
		return use(x, Activation::gelu);
	}

	static NDArray relu(final NDArray x) {
		return use(x, Activation::relu);
	}

	/** Returns the arrays one after the other on an axis; all are consumed. */
	static NDArray concatenate(final int axis, final NDArray... arrays) {
		try (NDList list = new NDList(arrays)) {
			return NDArrays.concat(list, axis);
		}
	}

	/** Returns a + b; both are consumed. */
	static NDArray add(final NDArray a, final NDArray b) {
		try (a; b) {
			return a.add(b);
		}
	}

	/** Returns part {@code index} of {@code parts} equal parts of the channels: a view. */
	static NDArray chunk(final NDArray x, final int index, final int parts) {
		final long width = x.getShape().get(1) / parts;
		return x.get(new NDIndex().addAllDim().addSliceDim(index * width, (index + 1) * width));
	}

	/** Returns (N, C, 2H, 2W) for x, (N, 4C, H, W), which is consumed. */
	static NDArray pixelShuffle(final NDArray x) {
		final Shape s = x.getShape();
		return use(
			use(use(x, a -> a.reshape(s.get(0), s.get(1) / 4, 2, 2, s.get(2), s.get(3))),
				a -> a.transpose(0, 1, 4, 2, 5, 3)),
			a -> a.reshape(s.get(0), s.get(1) / 4, 2 * s.get(2), 2 * s.get(3)));
	}

	/** Returns (N, 4C, H, W) for x, (N, C, 2H, 2W), which is consumed. */
	static NDArray pixelUnshuffle(final NDArray x) {
		final Shape s = x.getShape();
		return use(
			use(use(x, a -> a.reshape(s.get(0), s.get(1), s.get(2) / 2, 2, s.get(3) / 2, 2)),
				a -> a.transpose(0, 1, 3, 5, 2, 4)),
			a -> a.reshape(s.get(0), 4 * s.get(1), s.get(2) / 2, s.get(3) / 2));
	}
}
