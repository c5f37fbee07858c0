package org.drsformer.train;

import java.nio.file.Path;

import org.drsformer.train.data.ValidationScore;

/**
 * What came out of a training.
 *
 * @param best the checkpoint of the best validation
 * @param last the checkpoint of the end
 * @param steps all that were taken
 * @param seconds all that it took, without pauses
 * @param score of the best validation in this run; null if there was none
 */
public record TrainingSummary(Path best, Path last, long steps, double seconds, ValidationScore score) {

}
