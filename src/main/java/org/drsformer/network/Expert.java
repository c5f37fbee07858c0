package org.drsformer.network;

import static org.drsformer.network.Activations.relu;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;

/** One expert of the {@link CompensatorStep}, up to but without its last 1x1 convolution. x: (N, H, W, C). */
@FunctionalInterface
interface Expert {

	NDArray forward(NDArray x);

	/** Separable convolution: depthwise, 1x1, relu, depthwise. */
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

	/** Depthwise convolution with every second pixel. */
	static Expert dilated(final Parameters parameters) {
		return Convolution.dilated(parameters.get("0.weight"), null, 2)::forward;
	}

	/** Average over 3x3 pixels, not counting those beyond the border. */
	static Expert averagePool() {
		return x -> {
			try (NDArray ones = x.getManager().ones(new Shape(1, x.getShape().get(1), x.getShape().get(2), 1));
					NDArray inside = averagePadded(ones);
					NDArray average = averagePadded(x))
			{
				return average.div(inside);
			}
		};
	}

	/** Counts the padding as zeros: DJL ignores the flag that says not to. */
	private static NDArray averagePadded(final NDArray x) {
		final Shape one = new Shape(1, 1);
		try (NDArray planes = x.transpose(0, 3, 1, 2);
				NDArray average = Pool.avgPool2d(planes, new Shape(3, 3), one, one, false, true))
		{
			return average.transpose(0, 2, 3, 1);
		}
	}
}
