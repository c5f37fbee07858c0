package org.drsformer.train.learner;

import java.util.Map;

import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.Configuration;
import org.drsformer.network.Layout;

/**
 * Where a {@link Learner} is: four arrays (P) of all its tensors.
 *
 * @param tensors what is where in the arrays
 * @param steps taken so far
 * @param weights as they are now
 * @param averaged moving average of the weights
 * @param average moving average of the gradients
 * @param squares moving average of the squares of the gradients
 */
public record LearnerState(FlatTensors tensors, long steps, float[] weights, float[] averaged, float[] average,
	float[] squares) {

	/** The start of a training from these weights. */
	public static LearnerState start(final Configuration configuration, final Map<String, Tensor> weights) {
		final FlatTensors tensors = new FlatTensors(Layout.of(configuration));
		final float[] values = tensors.join(weights);
		return new LearnerState(tensors, 0, values, values, new float[values.length], new float[values.length]);
	}
}
