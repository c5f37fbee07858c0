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
 * What the blocks of the {@link PlainReference} are made of. Maps are whole, (N, C, H, W), and freed as soon as used.
 */
final class PlainLayers {

	private PlainLayers() {
		// static functions only
	}

	/** f(x); x is used up. */
	static NDArray use(final NDArray x, final UnaryOperator<NDArray> f) {
		try (x) {
			return f.apply(x);
		}
	}

	/** The same values under another handle, to be closed by itself; DJL's {@code duplicate} stops gradients. */
	static NDArray alias(final NDArray x) {
		return x.reshape(x.getShape());
	}

	/** The convolution {@code <name>.weight}, with its bias where there is one; x is left as it is. */
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

	/** The convolution {@code <name>.weight}; x is used up. */
	static NDArray convolution(final NDArray x, final Parameters parameters, final String name) {
		return use(x, map -> convolve(map, parameters, name, 1));
	}

	static NDArray relu(final NDArray x) {
		return use(x, Activation::relu);
	}

	/** One after the other on an axis; all are used up. */
	static NDArray concatenate(final int axis, final NDArray... arrays) {
		try (NDList list = new NDList(arrays)) {
			return NDArrays.concat(list, axis);
		}
	}

	/** a + b; both are used up. */
	static NDArray add(final NDArray a, final NDArray b) {
		try (a; b) {
			return a.add(b);
		}
	}

	/** Part {@code index} of {@code parts} equal parts of the channels: a view; x is left as it is. */
	static NDArray chunk(final NDArray x, final int index, final int parts) {
		final long width = x.getShape().get(1) / parts;
		return x.get(new NDIndex().addAllDim().addSliceDim(index * width, (index + 1) * width));
	}

	/** (N, 4C, H, W) to (N, C, 2H, 2W); x is used up. */
	static NDArray pixelShuffle(final NDArray x) {
		final Shape s = x.getShape();
		return use(
			use(use(x, a -> a.reshape(s.get(0), s.get(1) / 4, 2, 2, s.get(2), s.get(3))),
				a -> a.transpose(0, 1, 4, 2, 5, 3)),
			a -> a.reshape(s.get(0), s.get(1) / 4, 2 * s.get(2), 2 * s.get(3)));
	}

	/** (N, C, 2H, 2W) to (N, 4C, H, W); x is used up. */
	static NDArray pixelUnshuffle(final NDArray x) {
		final Shape s = x.getShape();
		return use(
			use(use(x, a -> a.reshape(s.get(0), s.get(1), s.get(2) / 2, 2, s.get(3) / 2, 2)),
				a -> a.transpose(0, 1, 3, 5, 2, 4)),
			a -> a.reshape(s.get(0), 4 * s.get(1), s.get(2) / 2, s.get(3) / 2));
	}
}
