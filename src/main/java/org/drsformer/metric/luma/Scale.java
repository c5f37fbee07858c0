package org.drsformer.metric.luma;

/**
 * What the values of an image mean.
 *
 * @param typeRange largest value of an unsigned integer pixel type, not a number for other types
 * @param dataRange the range that the score is computed against, in grey levels
 */
public record Scale(double typeRange, double dataRange) {}
