package org.drsformer.metric;

import org.drsformer.DrsformerException;
import org.drsformer.metric.plane.Plane;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * Structural similarity: the mean over all windows of
 * <p>
 * (2 mu_a mu_b + C1) (2 sigma_ab + C2) / ((mu_a^2 + mu_b^2 + C1) (sigma_a^2 + sigma_b^2 + C2)), C1 = (0.01 L)^2, C2 =
 * (0.03 L)^2,
 * <p>
 * with weighted means, variances and covariance inside each window and the data range L: Wang, Bovik, Sheikh,
 * Simoncelli, <i>Image quality assessment: from error visibility to structural similarity</i>, IEEE TIP 13(4), 2004.
 * Symmetric; 1 for identical images. Images of more than two dimensions are compared plane by plane along their first
 * two axes, and the mean of the planes is returned.
 *
 * <pre>{@code
 * double gray = Ssim.wang2004().of(result, target); // L by type: 255 for 8 bit, 65535 for 16 bit
 * double real = Ssim.scikitImage().of(floatResult, floatTarget, 1.0); // values in 0..1
 * RandomAccessibleInterval<DoubleType> map = Ssim.wang2004().map(result, target, 255);
 * }</pre>
 *
 * @param window what is averaged over
 * @param border what happens at the border
 * @param sampleCovariance variances and covariance are multiplied by n / (n - 1), n being the pixels of the window
 * @param downsampled both images are first reduced as Wang's script {@code ssim.m} advises, see {@link Downsampling}
 */
public record Ssim(Window window, Border border, boolean sampleCovariance, boolean downsampled) {

	/**
	 * Returns SSIM as published and as in {@code ssim_index.m}: Gaussian 11 x 11 with sigma 1.5, only windows inside
	 * the image.
	 */
	public static Ssim wang2004() {
		return new Ssim(Window.gaussian(11, 1.5), Border.VALID, false, false);
	}

	/**
	 * Returns SSIM as {@link #wang2004()} after the automatic downsampling of Wang's later script {@code ssim.m}: by
	 * round(min(width, height) / 256) if that is more than 1.
	 */
	public static Ssim wangDownsampled() {
		return new Ssim(Window.gaussian(11, 1.5), Border.VALID, false, true);
	}

	/**
	 * Returns SSIM as in the version of BasicSR in deraining repositories: as {@link #wang2004()}, but for every pixel
	 * of the image.
	 */
	public static Ssim basicSr() {
		return new Ssim(Window.gaussian(11, 1.5), Border.REPLICATE, false, false);
	}

	/** Returns SSIM as {@code skimage.metrics.structural_similarity} by default: uniform 7 x 7, sample covariance. */
	public static Ssim scikitImage() {
		return new Ssim(Window.uniform(7), Border.VALID, true, false);
	}

	/**
	 * Returns the SSIM for the data range of the pixel type.
	 *
	 * @return at most 1
	 * @throws DrsformerException if the sizes differ, an image is smaller than the window, or the types have no common
	 *         range (see {@link DataRange})
	 */
	public double of(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second)
	{
		return of(first, second, DataRange.common(first, second));
	}

	/**
	 * Returns the SSIM for a stated data range.
	 *
	 * @param dataRange L, in grey levels
	 * @return at most 1
	 * @throws DrsformerException if the sizes differ, an image is smaller than the window, or the range is not positive
	 */
	public double of(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second, final double dataRange)
	{
		final ImagePair images = ImagePair.of(first, second);
		double sum = 0;
		for (int i = 0; i < images.count(); i++)
			sum += mean(images.first().readGray(i), images.second().readGray(i), DataRange.checked(dataRange));
		return PixelError.checked(sum / images.count());
	}

	/**
	 * Returns the similarity of every window; the mean of the map is the SSIM. The interval of the map is that of the
	 * centres of the windows in the first image: with {@link Border#VALID} it is smaller than the image by the radius
	 * of the window on each side. With downsampling the pixels are those of the reduced image, and the interval starts
	 * at the radius.
	 *
	 * @param dataRange L, in grey levels
	 * @throws DrsformerException if the images are not two-dimensional, or as {@link #of}
	 */
	public RandomAccessibleInterval<DoubleType> map(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second, final double dataRange)
	{
		if (first.numDimensions() != 2)
			throw new DrsformerException("The SSIM map needs two-dimensional images; use one plane of each stack.");
		final ImagePair images = ImagePair.of(first, second);
		final Plane original = images.first().readGray(0);
		final Plane a = prepared(original);
		final Plane map = SsimRows.map(this, a, prepared(images.second().readGray(0)), DataRange.checked(dataRange));
		final boolean reduced = a.width() < original.width() && downsampled;
		final long inset = border == Border.VALID ? window.radius() : 0;
		return Views.translate(ArrayImgs.doubles(map.values(), map.width(), map.height()),
			inset + (reduced ? 0 : first.min(0)), inset + (reduced ? 0 : first.min(1)));
	}

	/**
	 * Returns the mean similarity of two planes.
	 *
	 * @param dataRange L, in grey levels
	 */
	double mean(final Plane a, final Plane b, final double dataRange) {
		return SsimRows.mean(this, prepared(a), prepared(b), dataRange);
	}

	private Plane prepared(final Plane plane) {
		final Plane reduced = downsampled ? Downsampling.reduce(plane) : plane;
		if (border == Border.VALID)
			checkSize(reduced);
		return reduced;
	}

	private void checkSize(final Plane plane) {
		if (plane.width() < window.size() || plane.height() < window.size())
			throw new DrsformerException(
				"The images have " + plane.width() + " x " + plane.height() + " pixels, less than the SSIM window of " +
					window.size() + " x " + window.size() + "; compare larger images.");
	}
}
