package org.drsformer.metric.noreference;

import org.drsformer.metric.plane.Plane;
import org.drsformer.metric.plane.SymmetricFilter;

/**
 * Divides the contrast of an image by its local deviation: N = (I - mu) / (sigma + 1), with mean and deviation under a
 * Gaussian window of 7 x 7 pixels and sigma 7/6. Works row by row and keeps only as many rows as the window is high.
 */
final class ContrastNormalization {

	/** The pixels of the window on each side. */
	static final int WINDOW = 7;

	private static final int RADIUS = WINDOW / 2;

	private static final SymmetricFilter FILTER = new SymmetricFilter(weights());

	/** Contrast below this is the rounding of the filter: a flat pixel must be neither negative nor positive. */
	private static final double FLAT = 1e-9;

	private final Plane padded;
	private final double[][][] rings;
	private final double[] squares;
	private final double[] means;
	private final double[] meanSquares;

	private ContrastNormalization(final Plane padded) {
		this.padded = padded;
		final int width = padded.width() - 2 * RADIUS;
		rings = new double[2][WINDOW][width];
		squares = new double[padded.width()];
		means = new double[width];
		meanSquares = new double[width];
	}

	/** Returns the weights along one axis, from the centre outwards. */
	private static double[] weights() {
		final double sigma = WINDOW / 6.0;
		final double[] weights = new double[RADIUS + 1];
		double sum = 0;
		for (int i = 0; i < weights.length; i++) {
			weights[i] = Math.exp(-i * i / (2 * sigma * sigma));
			sum += i == 0 ? weights[i] : 2 * weights[i];
		}
		for (int i = 0; i < weights.length; i++)
			weights[i] /= sum;
		return weights;
	}

	/**
	 * Returns the normalized image.
	 *
	 * @param padded the image with {@link #padding()} more pixels on each side
	 */
	static Plane of(final Plane padded) {
		final ContrastNormalization rows = new ContrastNormalization(padded);
		final Plane normalized = new Plane(padded.width() - 2 * RADIUS, padded.height() - 2 * RADIUS);
		for (int y = 0; y < normalized.height(); y++) {
			rows.advanceTo(y);
			rows.normalize(y, normalized);
		}
		return normalized;
	}

	/** Returns the pixels that the window needs on each side of an image. */
	static int padding() {
		return RADIUS;
	}

	/** Computes means around row y; y must increase by one from call to call. */
	private void advanceTo(final int y) {
		for (int row = y == 0 ? 0 : y + WINDOW - 1; row < y + WINDOW; row++)
			filterAlong(row);
		FILTER.acrossRows(rings[0], y, means);
		FILTER.acrossRows(rings[1], y, meanSquares);
	}

	private void filterAlong(final int row) {
		final int start = row * padded.width();
		for (int x = 0; x < squares.length; x++)
			squares[x] = padded.values()[start + x] * padded.values()[start + x];
		FILTER.alongRow(padded.values(), start, rings[0][row % WINDOW]);
		FILTER.alongRow(squares, 0, rings[1][row % WINDOW]);
	}

	private void normalize(final int y, final Plane normalized) {
		final int from = (y + RADIUS) * padded.width() + RADIUS;
		final int to = y * normalized.width();
		for (int x = 0; x < means.length; x++) {
			final double contrast = padded.values()[from + x] - means[x];
			final double deviation = Math.sqrt(Math.abs(meanSquares[x] - means[x] * means[x]));
			normalized.values()[to + x] = Math.abs(contrast) < FLAT ? 0 : contrast / (deviation + 1);
		}
	}
}
