package org.drsformer.train.data;

/**
 * Crops to learn from.
 *
 * @param rainy (count, size, size, channels) in 0..1: the channels of a pixel next to each other
 * @param clean the same crops without rain
 * @param count of crops
 * @param height of each, in pixels
 * @param width of each, in pixels
 * @param channels of each
 */
public record CropBatch(float[] rainy, float[] clean, int count, int height, int width, int channels) {

}
