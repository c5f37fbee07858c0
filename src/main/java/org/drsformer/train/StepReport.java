package org.drsformer.train;

import org.drsformer.train.data.ValidationScore;

/**
 * How a training goes.
 *
 * @param step how many steps have been taken; 0 for a report about the weights to start from
 * @param steps that there will be
 * @param loss mean absolute difference of the last steps, in 0..1; NaN if there were none
 * @param gradientNorm mean length of the gradient of the last steps; NaN if there were none
 * @param learningRate of the last step, or of the first
 * @param patch size of the crops of the last step, or of the first
 * @param seconds since the start, without pauses
 * @param validation of this step; null where there was none
 */
public record StepReport(long step, long steps, double loss, double gradientNorm, double learningRate, int patch,
	double seconds, ValidationScore validation) {

	/** Whether this is about the weights to start from. */
	public boolean isStart() {
		return step == 0;
	}
}
