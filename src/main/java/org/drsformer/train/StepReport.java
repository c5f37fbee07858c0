package org.drsformer.train;

/**
 * How a training goes.
 *
 * @param step how many steps have been taken
 * @param steps that there will be
 * @param loss mean absolute difference of the last steps, in 0..1
 * @param gradientNorm mean length of the gradient of the last steps
 * @param learningRate of the last step
 * @param patch size of the crops of the last step
 * @param seconds since the start, without pauses
 * @param validation of this step; null where there was none
 */
public record StepReport(long step, long steps, double loss, double gradientNorm, double learningRate, int patch,
	double seconds, ValidationScore validation)
{

}
