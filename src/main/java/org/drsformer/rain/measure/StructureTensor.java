package org.drsformer.rain.measure;

/**
 * In which direction streaks run at each place, by the structure tensor: the products of the gradients by Gaussian
 * derivatives, averaged over a Gaussian window.
 */
final class StructureTensor {

	/** Standard deviation of the Gaussian of the gradients, in pixels. */
	private static final double GRADIENT = 2;

	/** Standard deviation of the window, in pixels. */
	private static final double WINDOW = 6;

	/** Of the products: of both gradients to the right, of both down, and of one of each. */
	private final float[] right;
	private final float[] down;
	private final float[] mixed;
	private final double angle;

	StructureTensor(final RainLayer layer) {
		final GaussianFilter gradient = new GaussianFilter(GRADIENT, layer.width(), layer.height());
		final GaussianFilter window = new GaussianFilter(WINDOW, layer.width(), layer.height());
		final float[] x = gradient.right(layer.values());
		final float[] y = gradient.down(layer.values());
		right = window.smooth(product(x, x));
		down = window.smooth(product(y, y));
		mixed = window.smooth(product(x, y));
		angle = angle(sum(right), sum(down), sum(mixed));
	}

	private static float[] product(final float[] a, final float[] b) {
		final float[] product = new float[a.length];
		for (int i = 0; i < a.length; i++)
			product[i] = a[i] * b[i];
		return product;
	}

	private static double sum(final float[] values) {
		double sum = 0;
		for (final float value : values)
			sum += value;
		return sum;
	}

	/**
	 * Of the streaks, from the vertical, which is the angle of their gradients from the horizontal; negated as rows run
	 * down.
	 */
	private static double angle(final double right, final double down, final double mixed) {
		return -Math.atan2(2 * mixed, right - down) / 2;
	}

	/**
	 * Of the streaks of the whole layer: from the vertical, in radians, in -pi/2..pi/2; positive to the lower right.
	 */
	double angle() {
		return angle;
	}

	/**
	 * Standard deviation of the angles of places from that of the layer, weighted by the gradients there; in radians.
	 */
	double spread() {
		double squares = 0;
		double weights = 0;
		for (int i = 0; i < right.length; i++) {
			final double weight = right[i] + down[i];
			final double off = Math.IEEEremainder(angle(right[i], down[i], mixed[i]) - angle, Math.PI);
			squares += weight * off * off;
			weights += weight;
		}
		return Math.sqrt(squares / weights);
	}

	/** How much of the gradients is across the streaks of the place, weighted: 1 for parallel lines, 0 for noise. */
	double coherence() {
		double aligned = 0;
		double weights = 0;
		for (int i = 0; i < right.length; i++) {
			aligned += Math.hypot(right[i] - down[i], 2 * mixed[i]);
			weights += right[i] + down[i];
		}
		return aligned / weights;
	}
}
