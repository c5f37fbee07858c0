package org.drsformer.rain;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * PSNR of luma as for Rain200L and Rain200H. It is written again here, as this package must not use metric packages.
 */
final class LumaPsnr {

	private LumaPsnr() {}

	static double of(final RandomAccessibleInterval<ARGBType> result, final RandomAccessibleInterval<ARGBType> target) {
		final Cursor<ARGBType> other = Views.flatIterable(target).cursor();
		double sum = 0;
		long count = 0;
		for (final ARGBType pixel : Views.flatIterable(result)) {
			final double error = luma(pixel.get()) - luma(other.next().get());
			sum += error * error;
			count++;
		}
		return 10 * Math.log10(255 * 255 / (sum / count));
	}

	private static double luma(final int rgb) {
		return Math.rint(16 + (65.481 * (rgb >> 16 & 255) + 128.553 * (rgb >> 8 & 255) + 24.966 * (rgb & 255)) / 255);
	}
}
