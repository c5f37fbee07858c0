package org.drsformer.train.learner;

import java.util.Map;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Layout;

/**
 * The state of a {@link Learner}: four arrays (P), each with a number for every weight.
 *
 * @param tensors the place of each tensor in the arrays
 * @param steps the number of steps taken so far
 * @param weights the weights after these steps
 * @param ema exponential moving average of the weights
 * @param firstMoment of AdamW: moving average of the gradients
 * @param secondMoment of AdamW: moving average of the squares of the gradients
 */
public record LearnerState(FlatTensors tensors, long steps, float[] weights, float[] ema, float[] firstMoment,
	float[] secondMoment) {

	/** Returns the state in which a training from these weights starts. */
	public static LearnerState start(final Configuration configuration, final Map<String, Tensor> weights) {
		final FlatTensors tensors = new FlatTensors(Layout.of(configuration));
		final float[] values = tensors.join(weights);
		return new LearnerState(tensors, 0, values, values, new float[values.length], new float[values.length]);
	}
}
