package org.drsformer.train.recipe;

import org.drsformer.DrsformerException;

/**
 * The settings of AdamW.
 *
 * @param beta1 the part of the first moment that stays at each step, in [0, 1)
 * @param beta2 the part of the second moment that stays at each step, in [0, 1)
 * @param eps is added to the root of the second moment, above 0
 * @param decay this part of the weights, times the learning rate, is taken off at each step, in [0, 1)
 * @param clip the greatest length of the gradient over all weights; a longer one is shortened to it; above 0
 */
public record OptimizerSettings(double beta1, double beta2, double eps, double decay, double clip) {

	/** The settings of the paper; its code clips at 0.01. */
	public static final OptimizerSettings PAPER = new OptimizerSettings(0.9, 0.999, 1e-8, 1e-4, 0.01);

	/** For short trainings of the compact network. */
	public static final OptimizerSettings SHORT = new OptimizerSettings(0.9, 0.99, 1e-8, 1e-4, 0.5);

	/** @throws DrsformerException if a value is outside of its range */
	public OptimizerSettings {
		require(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1, "betas in [0, 1), not " + beta1 + " and " + beta2);
		require(eps > 0, "an eps above 0, not " + eps);
		require(decay >= 0 && decay < 1, "a weight decay in [0, 1), not " + decay);
		require(clip > 0, "a gradient clipping above 0, not " + clip);
	}

	private static void require(final boolean condition, final String what) {
		if (!condition)
			throw new DrsformerException("Training needs " + what + ".");
	}

	public OptimizerSettings withClip(final double newClip) {
		return new OptimizerSettings(beta1, beta2, eps, decay, newClip);
	}

	public OptimizerSettings withDecay(final double newDecay) {
		return new OptimizerSettings(beta1, beta2, eps, newDecay, clip);
	}
}
