package org.drsformer.train;

import java.nio.file.Path;

import org.drsformer.train.data.ValidationScore;

/**
 * The result of a training.
 *
 * @param best the checkpoint of the best validation
 * @param last the checkpoint of the end
 * @param steps the number of all steps that were taken
 * @param seconds the time that they took, without pauses
 * @param score the score of the best validation in this run; null if there was none
 */
public record TrainingSummary(Path best, Path last, long steps, double seconds, ValidationScore score) {

}
