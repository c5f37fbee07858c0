package org.drsformer.metric.luma;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * The luma Y of MATLAB's {@code rgb2ycbcr}, after ITU-R BT.601: Y = 16 + 65.481 R + 128.553 G + 24.966 B for R, G, B in
 * 0..1, on the scale of 8 bit, 16..235. MATLAB rounds Y if its input has 8 bit, and does not if its input is floating
 * point; the protocols of the field use one or the other.
 */
public final class Luma {

	private Luma() {
		// static methods only
	}

	/**
	 * Returns luma like {@code rgb2ycbcr} of 8-bit images: the protocol of Rain200L, Rain200H and SPA-Data.
	 *
	 * @return a view in 16..235 that is computed when it is read
	 */
	public static RandomAccessibleInterval<UnsignedByteType> rounded(final RandomAccessibleInterval<ARGBType> rgb) {
		return Converters.convert(rgb, (color, y) -> {
			final int argb = color.get();
			y.set((int) rounded(ARGBType.red(argb), ARGBType.green(argb), ARGBType.blue(argb), 1));
		}, new UnsignedByteType());
	}

	/**
	 * Returns luma like {@code rgb2ycbcr(im2double(image))}: the protocol of DID-Data and DDN-Data.
	 *
	 * @return a view in 16/255..235/255 that is computed when it is read
	 */
	public static RandomAccessibleInterval<DoubleType> exact(final RandomAccessibleInterval<ARGBType> rgb) {
		return Converters.convert(rgb, (color, y) -> {
			final int argb = color.get();
			y.set(exact(ARGBType.red(argb), ARGBType.green(argb), ARGBType.blue(argb), 255));
		}, new DoubleType());
	}

	/**
	 * Returns the luma of integers R, G, B. Halves are rounded up: the sum of integers is exact, so unless it is a
	 * multiple of the divisor, it is too far from the next multiple for the division to round to it.
	 *
	 * @param scale 1 for R, G, B in 0..255, 257 for 0..65535
	 * @return Y, an integer in 16 * scale..235 * scale
	 */
	static double rounded(final double r, final double g, final double b, final int scale) {
		return 16 * scale + Math.floor((2 * (65481 * r + 128553 * g + 24966 * b) + 255000) / 510000);
	}

	/**
	 * Returns luma that is not rounded.
	 *
	 * @param range divides R, G, B to 0..1
	 * @return Y in 16/255..235/255
	 */
	static double exact(final double r, final double g, final double b, final double range) {
		return (16 + (65.481 * r + 128.553 * g + 24.966 * b) / range) / 255;
	}
}
