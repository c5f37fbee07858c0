package org.drsformer.train.data;

/**
 * The crops that one step learns from.
 *
 * @param rainy (count, size, size, channels) in 0..1: the channels of a pixel next to each other
 * @param clean the same crops without rain
 * @param count the number of crops
 * @param height the height of each crop, in pixels
 * @param width the width of each crop, in pixels
 * @param channels the channels of each crop
 */
public record CropBatch(float[] rainy, float[] clean, int count, int height, int width, int channels) {

}
