package org.drsformer.train.learner;

/**
 * What one step of training measured before it changed the weights.
 *
 * @param loss mean absolute difference, in the unit of the images: 0 is black, 1 is white
 * @param gradientNorm length of the gradient over all weights, before clipping
 */
public record StepResult(double loss, double gradientNorm) {

	public boolean isFinite() {
		return Double.isFinite(loss) && Double.isFinite(gradientNorm);
	}
}
