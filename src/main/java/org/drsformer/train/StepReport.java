package org.drsformer.train;

import org.drsformer.train.data.ValidationScore;

/**
 * The progress of a training.
 *
 * @param step the number of steps taken; 0 for a report about the weights to start from
 * @param steps the number of all steps
 * @param loss the mean loss over the steps since the last report; NaN if there were none
 * @param gradientNorm the mean length of the gradient over these steps; NaN if there were none
 * @param learningRate the learning rate of the last step, or of the first if there was none
 * @param patch the size of the crops of that step, in pixels
 * @param seconds the time since the start, without pauses
 * @param validation the score of this step; null if there was no validation
 * @param ordinary the score with ordinary rain; null if there was no validation, or if no ordinary rain is kept
 */
public record StepReport(long step, long steps, double loss, double gradientNorm, double learningRate, int patch,
	double seconds, ValidationScore validation, ValidationScore ordinary) {

	/** Returns whether this is about the weights to start from. */
	public boolean isStart() {
		return step == 0;
	}
}
