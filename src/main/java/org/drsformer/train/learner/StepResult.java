package org.drsformer.train.learner;

/**
 * What one step of a training measured before it changed the weights.
 *
 * @param loss of result and target, in the unit of the images: 0 is black, 1 is white
 * @param gradientNorm length of the gradient over all weights, before clipping
 */
public record StepResult(double loss, double gradientNorm) {

	/** Returns whether neither number is NaN or infinite. */
	public boolean isFinite() {
		return Double.isFinite(loss) && Double.isFinite(gradientNorm);
	}
}
