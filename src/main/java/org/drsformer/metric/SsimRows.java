package org.drsformer.metric;

import java.util.stream.DoubleStream;

import org.drsformer.metric.plane.Plane;
import org.drsformer.metric.plane.SymmetricFilter;

/**
 * Computes SSIM row by row with separable filters. Only four maps are filtered: a, b, a^2 + b^2 and a b, because only
 * the sum of sigma_a^2 and sigma_b^2 is needed. Of each map only as many rows are kept as the window is high.
 */
final class SsimRows {

	private static final double K1 = 0.01;

	private static final double K2 = 0.03;

	private final Plane a;

	private final Plane b;

	private final int size;

	private final SymmetricFilter filter;

	private final double c1;

	private final double c2;

	private final double covarianceFactor;

	/** For each of the four maps its latest rows, filtered along x: row y is at y modulo size. */
	private final double[][][] rings;

	/** For each of the four maps one row, filtered along x and y. */
	private final double[][] means;

	private final double[] squares;

	private final double[] products;

	private SsimRows(final Ssim ssim, final Plane a, final Plane b, final double dataRange) {
		this.a = a;
		this.b = b;
		size = ssim.window().size();
		filter = new SymmetricFilter(ssim.window().weightsFromCentre());
		c1 = K1 * dataRange * K1 * dataRange;
		c2 = K2 * dataRange * K2 * dataRange;
		covarianceFactor = ssim.sampleCovariance() ? size * size / (size * size - 1.0) : 1;
		rings = new double[4][size][width()];
		means = new double[4][width()];
		squares = new double[a.width()];
		products = new double[a.width()];
	}

	/** Returns the mean similarity of all windows. */
	static double mean(final Ssim ssim, final Plane a, final Plane b, final double dataRange) {
		final SsimRows rows = of(ssim, a, b, dataRange);
		final double[] similarities = new double[rows.width()];
		final double[] columnSums = new double[rows.width()];
		for (int y = 0; y < rows.height(); y++) {
			rows.advanceTo(y);
			rows.compare(similarities);
			for (int x = 0; x < columnSums.length; x++)
				columnSums[x] += similarities[x];
		}
		return DoubleStream.of(columnSums).sum() / rows.width() / rows.height();
	}

	/** Returns the similarity of each window. */
	static Plane map(final Ssim ssim, final Plane a, final Plane b, final double dataRange) {
		final SsimRows rows = of(ssim, a, b, dataRange);
		final Plane map = new Plane(rows.width(), rows.height());
		final double[] similarities = new double[rows.width()];
		for (int y = 0; y < map.height(); y++) {
			rows.advanceTo(y);
			rows.compare(similarities);
			System.arraycopy(similarities, 0, map.values(), y * map.width(), map.width());
		}
		return map;
	}

	private static SsimRows of(final Ssim ssim, final Plane a, final Plane b, final double dataRange) {
		final int padding = ssim.border() == Border.REPLICATE ? ssim.window().radius() : 0;
		return new SsimRows(ssim, a.replicated(padding), b.replicated(padding), dataRange);
	}

	private int width() {
		return a.width() - size + 1;
	}

	private int height() {
		return a.height() - size + 1;
	}

	/** Computes the means of the windows whose upper row is y; y must increase by one from call to call. */
	private void advanceTo(final int y) {
		for (int row = y == 0 ? 0 : y + size - 1; row < y + size; row++)
			filterAlong(row);
		for (int map = 0; map < means.length; map++)
			filter.acrossRows(rings[map], y, means[map]);
	}

	private void filterAlong(final int row) {
		final int start = row * a.width();
		for (int x = 0; x < products.length; x++) {
			final double valueA = a.values()[start + x];
			final double valueB = b.values()[start + x];
			squares[x] = valueA * valueA + valueB * valueB;
			products[x] = valueA * valueB;
		}
		filter.alongRow(a.values(), start, rings[0][row % size]);
		filter.alongRow(b.values(), start, rings[1][row % size]);
		filter.alongRow(squares, 0, rings[2][row % size]);
		filter.alongRow(products, 0, rings[3][row % size]);
	}

	/** Writes the similarity of each window of the current row. */
	private void compare(final double[] similarities) {
		compare(means[0], means[1], means[2], means[3], similarities);
	}

	private void compare(final double[] muA, final double[] muB, final double[] squares, final double[] products,
		final double[] similarities)
	{
		for (int x = 0; x < similarities.length; x++) {
			final double luminance = muA[x] * muA[x] + muB[x] * muB[x];
			final double cross = muA[x] * muB[x];
			final double variances = covarianceFactor * (squares[x] - luminance);
			final double covariance = covarianceFactor * (products[x] - cross);
			similarities[x] = (2 * cross + c1) * (2 * covariance + c2) / ((luminance + c1) * (variances + c2));
		}
	}
}
