package org.drsformer.train.learner;

import org.drsformer.train.recipe.OptimizerSettings;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;

/**
 * AdamW (Loshchilov and Hutter: <i>Decoupled Weight Decay Regularization</i>, ICLR 2019), operation by operation as
 * {@code torch.optim.AdamW}: eps is added after the bias correction, and the decay does not go through the moments. All
 * weights are one array (P), so that a step is a dozen operations.
 */
public final class AdamW {

	private final OptimizerSettings settings;
	private final NDArray firstMoment;
	private final NDArray secondMoment;

	/**
	 * @param firstMoment moving average of the gradients, (P), zeros at the start; every step changes it
	 * @param secondMoment moving average of the squares of the gradients, (P), zeros at the start; every step changes
	 *        it
	 */
	AdamW(final OptimizerSettings settings, final NDArray firstMoment, final NDArray secondMoment) {
		this.settings = settings;
		this.firstMoment = firstMoment;
		this.secondMoment = secondMoment;
	}

	/**
	 * Takes one step: changes the weights in place.
	 *
	 * @param weights (P)
	 * @param gradient (P)
	 * @param step the number of this step, from 1
	 */
	void update(final NDArray weights, final NDArray gradient, final long step, final double learningRate) {
		try (NDScope scope = new NDScope()) {
			scope.suppressNotUsedWarning();
			weights.muli(1 - learningRate * settings.decay());
			firstMoment.muli(settings.beta1()).addi(gradient.mul(1 - settings.beta1()));
			secondMoment.muli(settings.beta2()).addi(gradient.square().muli(1 - settings.beta2()));
			final double rootOfCorrection = Math.sqrt(1 - Math.pow(settings.beta2(), step));
			final NDArray denominator = secondMoment.sqrt().divi(rootOfCorrection).addi(settings.eps());
			weights.subi(firstMoment.div(denominator).muli(learningRate / (1 - Math.pow(settings.beta1(), step))));
		}
	}
}
