package org.drsformer.metric;

import java.util.function.ToDoubleFunction;

import org.drsformer.DrsformerException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * Errors of pixel values, over all pixels of two images of equal size and any dimension, in the units of the pixels.
 * All are symmetric.
 *
 * <pre>{@code
 * double error = PixelError.rmse(result, target); // grey levels
 * RandomAccessibleInterval<DoubleType> where = PixelError.map(result, target);
 * }</pre>
 */
public final class PixelError {

	private PixelError() {
		// static methods only
	}

	/**
	 * Returns the mean squared error, in squared grey levels.
	 *
	 * @throws DrsformerException if the sizes differ or a pixel is not a number
	 */
	public static double mse(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second)
	{
		return mean(first, second, PlaneError::squared);
	}

	/**
	 * Returns the root of the mean squared error, in grey levels.
	 *
	 * @throws DrsformerException if the sizes differ or a pixel is not a number
	 */
	public static double rmse(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second)
	{
		return Math.sqrt(mse(first, second));
	}

	/**
	 * Returns the mean absolute error, in grey levels.
	 *
	 * @throws DrsformerException if the sizes differ or a pixel is not a number
	 */
	public static double mae(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second)
	{
		return mean(first, second, PlaneError::absolute);
	}

	/**
	 * Returns the absolute error of every pixel, in grey levels: a view that is computed when it is read and has the
	 * interval of the first image.
	 *
	 * @throws DrsformerException if the sizes differ
	 */
	public static RandomAccessibleInterval<DoubleType> map(final RandomAccessibleInterval<? extends RealType<?>> first,
		final RandomAccessibleInterval<? extends RealType<?>> second)
	{
		ImagePair.of(first, second);
		final RandomAccessibleInterval<? extends RealType<?>> moved = Views.translate(Views.zeroMin(second),
			first.minAsLongArray());
		return Converters.convert(first, moved,
			(a, b, error) -> error.set(Math.abs(a.getRealDouble() - b.getRealDouble())), new DoubleType());
	}

	private static double mean(final RandomAccessibleInterval<?> first, final RandomAccessibleInterval<?> second,
		final ToDoubleFunction<PlaneError> error)
	{
		final ImagePair images = ImagePair.of(first, second);
		double sum = 0;
		for (int i = 0; i < images.count(); i++)
			sum += error.applyAsDouble(PlaneError.of(images.first().readGray(i), images.second().readGray(i)));
		return checked(sum) / images.count() / images.first().width() / images.first().height();
	}

	/**
	 * Returns an error that is finite.
	 *
	 * @throws DrsformerException if it is not finite: only pixels that are not numbers can cause that
	 */
	static double checked(final double error) {
		if (!Double.isFinite(error))
			throw new DrsformerException(
				"An image has pixels that are not finite numbers; replace them, then compare.");
		return error;
	}
}
