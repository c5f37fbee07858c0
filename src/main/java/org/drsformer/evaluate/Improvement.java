package org.drsformer.evaluate;

/**
 * What deraining changed in an image.
 *
 * @param before the score of the rainy image
 * @param after the score of the derained image
 */
public record Improvement(PairScore before, PairScore after) {}
