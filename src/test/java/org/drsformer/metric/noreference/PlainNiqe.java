package org.drsformer.metric.noreference;

import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.drsformer.metric.plane.Plane;

/**
 * The formulas of NIQE as they are written: a window of 49 products for each pixel, all 9801 shapes compared, shifted
 * copies of each block, and the pseudo-inverse. Slow; images without flat pixels only.
 */
final class PlainNiqe {

	private static final int SHAPES = 9801;
	private static final double[] RATIOS = IntStream.range(0, SHAPES)
		.mapToDouble(i -> gamma(2, i) * gamma(2, i) / gamma(1, i) / gamma(3, i))
		.toArray();
	private static final double[][] WINDOW = window();
	private static final int[][] SHIFTS = { { 0, 1 }, { 1, 0 }, { 1, 1 }, { 1, -1 } };

	private PlainNiqe() {}

	private static double alpha(final int i) {
		return 0.2 + 0.001 * i;
	}

	private static double gamma(final int n, final int i) {
		return Gamma.gamma(n / alpha(i));
	}

	private static double[][] window() {
		final double[][] window = new double[7][7];
		double sum = 0;
		for (int i = 0; i < 49; i++) {
			final int y = i / 7 - 3;
			final int x = i % 7 - 3;
			window[i / 7][i % 7] = Math.exp(-(x * x + y * y) / (2 * 49 / 36.0));
			sum += window[i / 7][i % 7];
		}
		for (int i = 0; i < 49; i++)
			window[i / 7][i % 7] /= sum;
		return window;
	}

	static double of(final Plane gray) {
		final int columns = gray.width() / 96;
		final int rows = gray.height() / 96;
		final Plane large = gray.cropped(96 * columns, 96 * rows);
		final double[][] features = new double[rows * columns][36];
		addFeatures(large, 96, features, 0);
		addFeatures(half(large), 48, features, 18);
		final RealMatrix covariance = new Covariance(features).getCovarianceMatrix()
			.add(new Array2DRowRealMatrix(NiqeModel.PRISTINE.covariance()))
			.scalarMultiply(0.5);
		final RealVector difference = new ArrayRealVector(36);
		for (final double[] block : features)
			difference.combineToSelf(1, 1.0 / features.length, new ArrayRealVector(block));
		difference.combineToSelf(1, -1, new ArrayRealVector(NiqeModel.PRISTINE.mean()));
		final RealMatrix inverse = new SingularValueDecomposition(covariance).getSolver().getInverse();
		return Math.sqrt(inverse.operate(difference).dotProduct(difference));
	}

	private static void addFeatures(final Plane gray, final int size, final double[][] features, final int first) {
		final double[][] normalized = normalized(gray);
		final int columns = gray.width() / size;
		for (int b = 0; b < features.length; b++) {
			final double[][] block = new double[size][size];
			for (int y = 0; y < size; y++)
				System.arraycopy(normalized[b / columns * size + y], b % columns * size, block[y], 0, size);
			final double[] values = fit(block);
			features[b][first] = values[0];
			features[b][first + 1] = (values[1] + values[2]) / 2;
			for (int s = 0; s < SHIFTS.length; s++) {
				final double[] products = fit(products(block, SHIFTS[s]));
				final int at = first + 2 + 4 * s;
				features[b][at] = products[0];
				features[b][at + 1] = (products[2] - products[1]) * Gamma.gamma(2 / products[0]) /
					Gamma.gamma(1 / products[0]);
				features[b][at + 2] = products[1];
				features[b][at + 3] = products[2];
			}
		}
	}

	private static double[][] normalized(final Plane gray) {
		final double[][] normalized = new double[gray.height()][gray.width()];
		for (int y = 0; y < gray.height(); y++)
			for (int x = 0; x < gray.width(); x++) {
				double mean = 0;
				double square = 0;
				for (int i = 0; i < 49; i++) {
					final int row = Math.max(0, Math.min(gray.height() - 1, y + i / 7 - 3));
					final int column = Math.max(0, Math.min(gray.width() - 1, x + i % 7 - 3));
					final double value = gray.values()[row * gray.width() + column];
					mean += WINDOW[i / 7][i % 7] * value;
					square += WINDOW[i / 7][i % 7] * value * value;
				}
				normalized[y][x] = (gray.values()[y * gray.width() + x] - mean) /
					(Math.sqrt(Math.abs(square - mean * mean)) + 1);
			}
		return normalized;
	}

	private static double[][] products(final double[][] block, final int[] shift) {
		final int n = block.length;
		final double[][] products = new double[n][n];
		for (int y = 0; y < n; y++)
			for (int x = 0; x < n; x++)
				products[y][x] = block[y][x] * block[(y - shift[0] + n) % n][(x - shift[1] + n) % n];
		return products;
	}

	/** Returns alpha, left and right scale. */
	private static double[] fit(final double[][] values) {
		double left = 0;
		double right = 0;
		int lefts = 0;
		double magnitude = 0;
		for (final double[] row : values)
			for (final double value : row) {
				magnitude += Math.abs(value);
				if (value < 0) {
					left += value * value;
					lefts++;
				}
				else
					right += value * value;
			}
		final double n = values.length * values.length;
		final double ratio = magnitude * magnitude / n / (left + right);
		left = Math.sqrt(left / lefts);
		right = Math.sqrt(right / (n - lefts));
		final double g = left / right;
		final double corrected = ratio * (Math.pow(g, 3) + 1) * (g + 1) / Math.pow(g * g + 1, 2);
		int best = 0;
		for (int i = 1; i < SHAPES; i++)
			if (Math.pow(RATIOS[i] - corrected, 2) < Math.pow(RATIOS[best] - corrected, 2))
				best = i;
		final double scale = Math.sqrt(gamma(1, best) / gamma(3, best));
		return new double[] { alpha(best), left * scale, right * scale };
	}

	/** Returns the image in half size: 64 products for each pixel. */
	private static Plane half(final Plane plane) {
		final Plane half = new Plane(plane.width() / 2, plane.height() / 2);
		for (int y = 0; y < half.height(); y++)
			for (int x = 0; x < half.width(); x++)
				for (int i = -3; i <= 4; i++)
					for (int j = -3; j <= 4; j++)
						half.values()[y * half.width() + x] += cubic(i) * cubic(j) *
							plane.values()[mirrored(2 * y + i, plane.height()) * plane.width() +
								mirrored(2 * x + j, plane.width())];
		return half;
	}

	private static double cubic(final int i) {
		final double x = Math.abs(i - 0.5) / 2;
		return (x <= 1 ? 1.5 * x * x * x - 2.5 * x * x + 1 : -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2) / 2;
	}

	private static int mirrored(final int i, final int length) {
		return i < 0 ? -1 - i : i >= length ? 2 * length - 1 - i : i;
	}
}
