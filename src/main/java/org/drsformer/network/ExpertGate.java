package org.drsformer.network;

import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.layer.Precision;
import org.drsformer.network.strip.ArrayScope;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/** Weights the experts of every step: softmax over the experts of fc2(relu(fc1(average of x over the pixels))). */
final class ExpertGate {

	private final Pointwise squeeze;
	private final Pointwise excite;

	ExpertGate(final Parameters parameters) {
		squeeze = new Pointwise(parameters.get("0.weight"), parameters.get("0.bias"));
		excite = new Pointwise(parameters.get("2.weight"), parameters.get("2.bias"));
	}

	/** Returns the number of steps that the gate has weights for. */
	int steps() {
		return (int) excite.weight().getShape().get(0) / CompensatorStep.EXPERTS;
	}

	/** Returns the weights (N, steps, experts) for x, (N, H, W, C). */
	NDArray forward(final NDArray x, final Strips strips) {
		return ArrayScope.resultOf(() -> {
			final NDArray pixels = Precision.constant(x.getManager(), x.getShape().get(1) * x.getShape().get(2));
			final NDArray average = Precision.singles(sum(x, strips).div(pixels));
			final NDArray weights = excite.forward(Activation.relu(squeeze.forward(average)));
			return weights.reshape(new Shape(x.getShape().get(0), steps(), CompensatorStep.EXPERTS)).softmax(-1);
		});
	}

	/** Returns the sum over the pixels, (N, C), in double precision over the strips. */
	private static NDArray sum(final NDArray x, final Strips strips) {
		final long floats = x.getShape().get(3); // the strip itself
		return strips
			.sum(x, new PixelCost(0, floats, 0),
				(strip, rows) -> new NDList(Precision.doubles(rows.sum(new int[] { 1, 2 }))))
			.singletonOrThrow();
	}
}
