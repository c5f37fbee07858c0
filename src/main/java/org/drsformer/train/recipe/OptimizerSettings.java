package org.drsformer.train.recipe;

import org.drsformer.DrsformerException;

/**
 * The settings of AdamW.
 *
 * @param beta1 how much of the average gradient stays at each step, in [0, 1)
 * @param beta2 how much of the average square of the gradient stays at each step, in [0, 1)
 * @param eps what the root of the average square is raised by, above 0
 * @param decay which part of the weights is taken off at each step, times the learning rate; at least 0
 * @param clip the longest gradient over all weights together; longer ones are shortened to it; above 0
 */
public record OptimizerSettings(double beta1, double beta2, double eps, double decay, double clip) {

	/** As the paper trains; its code clips at 0.01. */
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
