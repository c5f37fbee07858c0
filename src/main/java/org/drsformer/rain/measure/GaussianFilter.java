package org.drsformer.rain.measure;

/** Smooths planes with a Gaussian, or takes their derivatives by those of the Gaussian; mirrored at the borders. */
final class GaussianFilter {

	/** Weights reach so many standard deviations. */
	private static final double REACH = 4;

	private final int width;
	private final int height;
	private final double[] smooth;
	private final double[] derivative;

	/** @param sigma standard deviation in pixels */
	GaussianFilter(final double sigma, final int width, final int height) {
		this.width = width;
		this.height = height;
		final int reach = (int) Math.ceil(REACH * sigma);
		smooth = new double[2 * reach + 1];
		derivative = new double[2 * reach + 1];
		double sum = 0;
		for (int i = -reach; i <= reach; i++)
			sum += Math.exp(-i * i / (2 * sigma * sigma));
		for (int i = -reach; i <= reach; i++) {
			smooth[i + reach] = Math.exp(-i * i / (2 * sigma * sigma)) / sum;
			derivative[i + reach] = i / (sigma * sigma) * smooth[i + reach];
		}
	}

	float[] smooth(final float[] plane) {
		return columns(rows(plane, smooth), smooth);
	}

	/** The gradient to the right. */
	float[] right(final float[] plane) {
		return columns(rows(plane, derivative), smooth);
	}

	/** The gradient down. */
	float[] down(final float[] plane) {
		return columns(rows(plane, smooth), derivative);
	}

	private float[] rows(final float[] plane, final double[] weights) {
		final float[] result = new float[plane.length];
		for (int row = 0; row < height; row++)
			for (int column = 0; column < width; column++)
				result[row * width + column] = (float) along(plane, row * width, 1, width, column, weights);
		return result;
	}

	private float[] columns(final float[] plane, final double[] weights) {
		final float[] result = new float[plane.length];
		for (int row = 0; row < height; row++)
			for (int column = 0; column < width; column++)
				result[row * width + column] = (float) along(plane, column, width, height, row, weights);
		return result;
	}

	private static double along(final float[] plane, final int start, final int stride, final int length,
		final int middle, final double[] weights)
	{
		final int reach = weights.length / 2;
		double sum = 0;
		for (int i = -reach; i <= reach; i++)
			sum += weights[i + reach] * plane[start + stride * mirror(middle + i, length)];
		return sum;
	}

	private static int mirror(final int index, final int length) {
		if (index >= 0 && index < length)
			return index;
		final int folded = Math.floorMod(index, 2 * length);
		return folded < length ? folded : 2 * length - 1 - folded;
	}
}
