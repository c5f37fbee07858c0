package org.drsformer.metric;

import org.drsformer.DrsformerException;
import org.drsformer.metric.luma.Luma;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Peak signal-to-noise ratio, 10 log10(L^2 / MSE), in dB, where L is the data range. The MSE is the mean over all
 * pixels of two images of equal size and any dimension. Identical images have a PSNR of positive infinity. Symmetric.
 *
 * <pre>{@code
 * double gray = Psnr.of(result, target); // L by type: 255 for 8 bit, 65535 for 16 bit
 * double real = Psnr.of(floatResult, floatTarget, 1.0); // values in 0..1
 * double luma = Psnr.of(Luma.rounded(rgbResult), Luma.rounded(rgbTarget)); // as published for Rain200L
 * }</pre>
 */
public final class Psnr {

	private Psnr() {
		// static methods only
	}

	/**
	 * Returns the PSNR for the data range of the pixel type.
	 *
	 * @return dB
	 * @throws DrsformerException if the sizes differ, or the types have no common range (see {@link DataRange})
	 */
	public static double of(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second)
	{
		return of(first, second, DataRange.common(first, second));
	}

	/**
	 * Returns the PSNR for a stated data range.
	 *
	 * @param dataRange L, in grey levels
	 * @return dB
	 * @throws DrsformerException if the sizes differ or the range is not positive
	 */
	public static double of(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second, final double dataRange)
	{
		return ofMse(PixelError.mse(first, second), DataRange.checked(dataRange));
	}

	/**
	 * Returns the PSNR of an error.
	 *
	 * @param mse mean squared error, in squared grey levels
	 * @param dataRange L, in grey levels
	 * @return dB; positive infinity for an MSE of 0
	 */
	public static double ofMse(final double mse, final double dataRange) {
		return 10 * Math.log10(dataRange * dataRange / mse);
	}
}
