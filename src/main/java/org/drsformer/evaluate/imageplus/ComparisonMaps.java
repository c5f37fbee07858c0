package org.drsformer.evaluate.imageplus;

import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.OptionalDouble;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.metric.DataRange;
import org.drsformer.metric.PixelError;
import org.drsformer.metric.Ssim;
import org.drsformer.metric.luma.Luma;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.plugin.LutLoader;
import ij.process.FloatProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * Shows where two images of ImageJ differ, as new 32-bit images with the size and calibration of the result. RGB images
 * are compared by their rounded luma, as {@link org.drsformer.metric.Protocol#rain200Spa()} scores them, others slice
 * by slice.
 */
public final class ComparisonMaps {

	private static final int COLORS = 256;
	private static final int NO_WINDOW = 0x5b7fa8;

	private final ImagePlus result;
	private final OptionalDouble dataRange;
	private final ImagePlusPair images;

	/**
	 * Prepares the maps of two images.
	 *
	 * @param dataRange L, in grey levels; empty for the range of the pixel type
	 * @throws DrsformerException if the images differ in kind or in the number of their slices
	 */
	public ComparisonMaps(final ImagePlus result, final ImagePlus target, final OptionalDouble dataRange) {
		this.result = result;
		this.dataRange = dataRange;
		images = ImagePlusPair.of(result, target, dataRange);
	}

	/**
	 * Returns the similarity of the window around each pixel, after Wang et al. (2004); not a number near the border,
	 * where there is no window. The mean of the other pixels is the SSIM. White is similar, black is not, and blue has
	 * no window.
	 *
	 * @throws DrsformerException if the images differ in size or are smaller than the window, or their type has no
	 *         range
	 */
	public ImagePlus ssim(final Progress progress) {
		final ImagePlus map = map("SSIM", progress,
			(a, b) -> Ssim.wang2004().map(a, b, dataRange.orElseGet(() -> DataRange.common(a, b))));
		final double least = Math.min(0, smallest(map.getStack()));
		show(map, grayAboveBlue(), least - (1 - least) / (COLORS - 2), 1);
		return map;
	}

	/**
	 * Returns the absolute error of each pixel, in grey levels. Black is no error, white the largest.
	 *
	 * @throws DrsformerException if the images differ in size
	 */
	public ImagePlus error(final Progress progress) {
		final ImagePlus map = map("Error", progress, PixelError::map);
		show(map, LutLoader.getLut("fire"), 0, Math.max(largest(map.getStack()), Float.MIN_NORMAL));
		return map;
	}

	private static void show(final ImagePlus map, final IndexColorModel colors, final double min, final double max) {
		map.getProcessor().setColorModel(colors);
		map.getStack().setColorModel(colors);
		map.setDisplayRange(min, max);
	}

	/**
	 * ImageJ displays what is not a number in the first colour. The numbers begin above it, so none of them has that
	 * colour.
	 */
	private static IndexColorModel grayAboveBlue() {
		final byte[][] channels = new byte[3][COLORS];
		for (int i = 1; i < COLORS; i++)
			for (final byte[] channel : channels)
				channel[i] = (byte) i;
		for (int c = 0; c < channels.length; c++)
			channels[c][0] = (byte) (NO_WINDOW >> 8 * (2 - c));
		return new IndexColorModel(8, COLORS, channels[0], channels[1], channels[2]);
	}

	/** Computes the map of two slices. */
	private interface SliceMap {

		RandomAccessibleInterval<DoubleType> of(RandomAccessibleInterval<? extends RealType<?>> result,
			RandomAccessibleInterval<? extends RealType<?>> target);
	}

	private ImagePlus map(final String what, final Progress progress, final SliceMap sliceMap) {
		final ImageStack stack = new ImageStack(result.getWidth(), result.getHeight());
		for (int i = 0; i < images.count(); i++) {
			for (final ImagePlusPair.FramePair pair : images.slices(i))
				stack.addSlice(result.getStack().getSliceLabel(stack.size() + 1),
					slice(sliceMap.of(numbers(pair.result()), numbers(pair.target()))));
			progress.update((i + 1.0) / images.count());
		}
		final ImagePlus map = new ImagePlus(what + " of " + result.getTitle(), stack);
		map.setDimensions(stack.size() / result.getNSlices() / result.getNFrames(), result.getNSlices(),
			result.getNFrames());
		map.setOpenAsHyperStack(result.isHyperStack());
		map.setCalibration(calibration());
		// it is in no file
		map.changes = true;
		return map;
	}

	/** Returns the calibration of space and time only: the values of a map have no unit. */
	private Calibration calibration() {
		final Calibration calibration = result.getCalibration().copy();
		calibration.disableDensityCalibration();
		return calibration;
	}

	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<? extends RealType<?>> numbers(final RandomAccessibleInterval<?> slice) {
		return slice.getType() instanceof ARGBType ? Luma.rounded((RandomAccessibleInterval<ARGBType>) slice)
			: (RandomAccessibleInterval<? extends RealType<?>>) slice;
	}

	private FloatProcessor slice(final RandomAccessibleInterval<DoubleType> values) {
		final float[] pixels = new float[result.getWidth() * result.getHeight()];
		Arrays.fill(pixels, Float.NaN);
		LoopBuilder
			.setImages(values, Views.interval(ArrayImgs.floats(pixels, result.getWidth(), result.getHeight()), values))
			.forEachPixel((from, to) -> to.setReal(from.get()));
		return new FloatProcessor(result.getWidth(), result.getHeight(), pixels);
	}

	private static double smallest(final ImageStack stack) {
		double smallest = 1;
		for (int i = 1; i <= stack.size(); i++)
			smallest = Math.min(smallest, stack.getProcessor(i).getStats().min);
		return smallest;
	}

	private static double largest(final ImageStack stack) {
		double largest = 0;
		for (int i = 1; i <= stack.size(); i++)
			largest = Math.max(largest, stack.getProcessor(i).getStats().max);
		return largest;
	}
}
