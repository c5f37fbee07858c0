package org.drsformer.train.learner;

import org.drsformer.train.recipe.OptimizerSettings;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/**
 * AdamW (Loshchilov and Hutter: <i>Decoupled Weight Decay Regularization</i>, ICLR 2019), operation by operation as
 * {@code torch.optim.AdamW}: eps is added after the correction of the bias, and the decay does not go through the
 * averages. All weights are one array (P), so that a step is a dozen operations.
 */
public final class AdamW {

	private final OptimizerSettings settings;
	private final NDArray average;
	private final NDArray squares;

	/**
	 * @param average of the gradients, (P), zeros at the start; changed by every step
	 * @param squares average of the squares of the gradients, (P), zeros at the start; changed by every step
	 */
	AdamW(final OptimizerSettings settings, final NDArray average, final NDArray squares) {
		this.settings = settings;
		this.average = average;
		this.squares = squares;
	}

	/**
	 * Changes the weights.
	 *
	 * @param weights (P)
	 * @param gradient (P), left as it is
	 * @param step the number of this step, from 1
	 */
	void update(final NDArray weights, final NDArray gradient, final long step, final double learningRate) {
		try (NDScope scope = new NDScope()) {
			scope.suppressNotUsedWarning();
			weights.muli(1 - learningRate * settings.decay());
			average.muli(settings.beta1()).addi(gradient.mul(1 - settings.beta1()));
			squares.muli(settings.beta2()).addi(gradient.square().muli(1 - settings.beta2()));
			final double rootOfCorrection = Math.sqrt(1 - Math.pow(settings.beta2(), step));
			final NDArray lengths = squares.sqrt().divi(rootOfCorrection).addi(settings.eps());
			weights.subi(average.div(lengths).muli(learningRate / (1 - Math.pow(settings.beta1(), step))));
		}
	}
}
