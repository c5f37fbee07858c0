package org.drsformer.rain.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.drsformer.DrsformerException;

import ij.ImagePlus;

/**
 * The statistics of the rain of an image, or their means over many images. All of them describe the layer of the rain:
 * rainy - clean, in levels of 255. A value that does not exist, such as the angle of a layer without rain, is NaN.
 *
 * @param above3 share of the pixels that the rain makes more than 3 levels brighter: all of the rain
 * @param above30 the same for 30 levels: clearly visible rain
 * @param median of all pixels, in levels
 * @param p90 brightness that 90 % of the pixels do not exceed, in levels
 * @param p99 the same for 99 %
 * @param along50 how far the layer can be moved in the direction of its streaks until its autocorrelation (of the layer
 *        minus its mean, over the pixels that overlap) falls to 50 %, in pixels: the length of the streaks
 * @param along20 the same for 20 %
 * @param across50 the same for 50 % and moves across the streaks: the width of the streaks
 * @param spread standard deviation of the angles inside an image, in degrees, by the structure tensor (gradients of
 *        sigma 2, window of sigma 6), weighted by the squared gradients
 * @param coherence coherence of the structure tensor with the same weights: 1 for parallel streaks, 0 for noise
 * @param angle angle between the streaks of an image and the vertical, in degrees, in 0..90
 */
public record RainStatistics(double above3, double above30, double median, double p90, double p99, double along50,
	double along20, double across50, double spread, double coherence, double angle) {

	/**
	 * Returns the statistics of the rain in the first frame of an image.
	 *
	 * @param rainy with rain, of any type
	 * @param clean the same without rain; its type and values tell white
	 * @throws DrsformerException if the two images differ in size or channels, or if their kind is not supported
	 */
	public static RainStatistics of(final ImagePlus rainy, final ImagePlus clean) {
		return of(RainLayer.of(rainy, clean));
	}

	/** Returns the statistics of one layer. */
	static RainStatistics of(final RainLayer layer) {
		final float[] sorted = layer.values().clone();
		Arrays.sort(sorted);
		final StructureTensor tensor = new StructureTensor(layer);
		final double sin = Math.sin(tensor.angle());
		final double cos = Math.cos(tensor.angle());
		final Autocorrelation self = new Autocorrelation(layer);
		return new RainStatistics(above(sorted, 3), above(sorted, 30), percentile(sorted, 0.5), percentile(sorted, 0.9),
			percentile(sorted, 0.99), self.length(sin, cos, 0.5), self.length(sin, cos, 0.2),
			self.length(cos, -sin, 0.5), Math.toDegrees(tensor.spread()), tensor.coherence(),
			tensor.coherence() > 0 ? Math.toDegrees(Math.abs(tensor.angle())) : Double.NaN);
	}

	private static double above(final float[] sorted, final double level) {
		int count = 0;
		while (count < sorted.length && sorted[sorted.length - 1 - count] > level)
			count++;
		return (double) count / sorted.length;
	}

	private static double percentile(final float[] sorted, final double share) {
		final double place = share * (sorted.length - 1);
		final int below = (int) place;
		final int above = Math.min(below + 1, sorted.length - 1);
		return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
	}

	/** Returns the mean of each value over the images that have it. */
	public static RainStatistics mean(final List<RainStatistics> images) {
		return new RainStatistics(mean(images, RainStatistics::above3), mean(images, RainStatistics::above30),
			mean(images, RainStatistics::median), mean(images, RainStatistics::p90), mean(images, RainStatistics::p99),
			mean(images, RainStatistics::along50), mean(images, RainStatistics::along20),
			mean(images, RainStatistics::across50), mean(images, RainStatistics::spread),
			mean(images, RainStatistics::coherence), mean(images, RainStatistics::angle));
	}

	private static double mean(final List<RainStatistics> images, final ToDoubleFunction<RainStatistics> value) {
		return images.stream().mapToDouble(value).filter(Double::isFinite).average().orElse(Double.NaN);
	}
}
