package org.drsformer.network;

import static org.drsformer.network.layer.Activations.relu;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** One expert of the {@link CompensatorStep}, up to but without its last 1x1 convolution. x: (N, H, W, C). */
@FunctionalInterface
interface Expert {

	/** Returns a map of the same shape. */
	NDArray forward(NDArray x);

	/** Returns a separable convolution: depthwise, 1x1, relu, depthwise. */
	static Expert separable(final Parameters parameters) {
		final Convolution first = Convolution.depthwise(parameters.get("0.weight"), null);
		final Pointwise mix = Pointwise.of(parameters, "1");
		final Convolution second = Convolution.depthwise(parameters.get("3.weight"), null);
		return x -> {
			try (NDArray spread = first.forward(x); NDArray mixed = relu(mix.forward(spread))) {
				return second.forward(mixed);
			}
		};
	}

	/**
	 * Returns a depthwise convolution with dilation 2, which takes every second pixel. It is a plain convolution of
	 * each of the four maps that every second row and column make, many times faster than libtorch's with dilation.
	 * Height and width of x have to be even.
	 */
	static Expert dilated(final Parameters parameters) {
		final Convolution convolution = Convolution.depthwise(parameters.get("0.weight"), null);
		return x -> {
			try (NDArray quarters = quarters(x); NDArray result = convolution.forward(quarters)) {
				return whole(result, x.getShape());
			}
		};
	}

	/** Returns (4N, H/2, W/2, C) for x, (N, H, W, C): the map of the even rows and even columns, and so on. */
	private static NDArray quarters(final NDArray x) {
		final Shape shape = x.getShape();
		try (NDArray split = x.reshape(shape.get(0), shape.get(1) / 2, 2, shape.get(2) / 2, 2, shape.get(3));
			NDArray moved = split.transpose(0, 2, 4, 1, 3, 5)) {
			return moved.reshape(4 * shape.get(0), shape.get(1) / 2, shape.get(2) / 2, shape.get(3));
		}
	}

	/** Returns the map of which these are the {@link #quarters}. */
	private static NDArray whole(final NDArray quarters, final Shape shape) {
		try (NDArray split = quarters.reshape(shape.get(0), 2, 2, shape.get(1) / 2, shape.get(2) / 2, shape.get(3));
			NDArray moved = split.transpose(0, 3, 1, 4, 2, 5)) {
			return moved.reshape(shape);
		}
	}

	/** Returns the average over 3x3 pixels, which does not count those beyond the border. */
	static Expert averagePool() {
		return x -> {
			try (NDArray ones = x.getManager().ones(new Shape(1, x.getShape().get(1), x.getShape().get(2), 1));
				NDArray inside = averagePadded(ones);
				NDArray average = averagePadded(x)) {
				return average.div(inside);
			}
		};
	}

	/** Returns the average with the padding counted as zeros: DJL ignores the flag that says not to. */
	private static NDArray averagePadded(final NDArray x) {
		final Shape one = new Shape(1, 1);
		try (NDArray planes = x.transpose(0, 3, 1, 2);
			NDArray average = Pool.avgPool2d(planes, new Shape(3, 3), one, one, false, true)) {
			return average.transpose(0, 2, 3, 1);
		}
	}
}
