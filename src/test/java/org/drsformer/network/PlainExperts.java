package org.drsformer.network;

import static org.drsformer.network.PlainLayers.add;
import static org.drsformer.network.PlainLayers.concatenate;
import static org.drsformer.network.PlainLayers.convolution;
import static org.drsformer.network.PlainLayers.convolve;
import static org.drsformer.network.PlainLayers.relu;
import static org.drsformer.network.PlainLayers.use;

import org.drsformer.network.layer.Parameters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;

/** MEFC as the paper writes it: each step concatenates its eight weighted experts. Maps are (N, C, H, W). */
final class PlainExperts {

	private static final int STEPS = 4;
	private static final int EXPERTS = 8;
	private static final int SEPARABLE = 4;

	private final Parameters gate;
	private final Parameters group;

	PlainExperts(final Parameters parameters) {
		gate = parameters.at("layers").at(0).at("ca_fc");
		group = parameters.at("layers").at(1);
	}

	/** Returns the map after the experts; x is consumed. */
	NDArray forward(final NDArray x) {
		try (NDArray weights = weights(x)) {
			NDArray result = relu(convolution(x, group, "preprocess.op.0"));
			for (int i = 0; i < STEPS; i++) {
				final NDArray before = result;
				final NDArray step = step(before, group.at("_ops").at(i), weights, i);
				result = relu(add(before, step));
			}
			return result;
		}
	}

	/** Returns the weights, (N, 4, 8). */
	private NDArray weights(final NDArray x) {
		final NDArray average = use(x.mean(new int[] { 3 }), a -> a.mean(new int[] { 2 }));
		final NDArray hidden = use(linear(average, "0"), Activation::relu);
		return use(use(linear(hidden, "2"), a -> a.reshape(new Shape(x.getShape().get(0), STEPS, EXPERTS))),
			a -> a.softmax(-1));
	}

	private NDArray linear(final NDArray x, final String name) {
		return use(x, a -> Linear.linear(a, gate.get(name + ".weight"), gate.get(name + ".bias")).singletonOrThrow());
	}

	private static NDArray step(final NDArray x, final Parameters parameters, final NDArray weights, final int step) {
		final NDArray[] states = new NDArray[EXPERTS];
		for (int i = 0; i < EXPERTS; i++) {
			try (NDArray weight = weights.get(new NDIndex().addAllDim().addIndices(step).addSliceDim(i, i + 1));
				NDArray each = weight.reshape(x.getShape().get(0), 1, 1, 1)) {
				states[i] = use(expert(x, parameters.at("_ops").at(i).at("op"), i), a -> a.mul(each));
			}
		}
		return relu(convolution(concatenate(1, states), parameters, "_out.0"));
	}

	static NDArray expert(final NDArray x, final Parameters op, final int index) {
		if (index < SEPARABLE)
			return convolution(convolution(relu(convolution(convolve(x, op, "0", 1), op, "1")), op, "3"), op, "4");
		if (index < EXPERTS - 1)
			return convolution(convolve(x, op, "0", 2), op, "1");
		return average(x);
	}

	/**
	 * Returns the average without the padding. DJL ignores the flag for that, so the average of ones is the divisor.
	 */
	private static NDArray average(final NDArray x) {
		try (NDArray ones = x.onesLike(); NDArray inside = padded(ones)) {
			return use(padded(x), a -> a.div(inside));
		}
	}

	private static NDArray padded(final NDArray x) {
		final Shape one = new Shape(1, 1);
		return Pool.avgPool2d(x, new Shape(3, 3), one, one, false, true);
	}
}
