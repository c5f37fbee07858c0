package org.drsformer.evaluate.score;

/**
 * What deraining changed in one number of an image.
 *
 * @param measure which number
 * @param before of the rainy image
 * @param after of the derained image
 */
public record Change(Measure measure, double before, double after) {}
