package org.drsformer.rain.measure;

/**
 * The structure tensor, which tells in which direction streaks run at each place: products of gradients, made with
 * Gaussian derivatives and averaged over a Gaussian window.
 */
final class StructureTensor {

	/** Standard deviation of the Gaussian of the gradients, in pixels. */
	private static final double GRADIENT = 2;

	/** Standard deviation of the window, in pixels. */
	private static final double WINDOW = 6;

	/** The averaged products: right times right, down times down, and right times down. */
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
	 * Returns the angle of streaks from the vertical, which is the angle of their gradients from the horizontal; it is
	 * negated because rows run down.
	 */
	private static double angle(final double right, final double down, final double mixed) {
		return -Math.atan2(2 * mixed, right - down) / 2;
	}

	/**
	 * Returns the angle of the streaks of the whole layer from the vertical, in radians, in -pi/2..pi/2; positive
	 * angles are to the lower right.
	 */
	double angle() {
		return angle;
	}

	/**
	 * Returns the standard deviation of the local angles from the angle of the layer, weighted by the squared
	 * gradients, in radians.
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

	/** Returns the coherence, weighted by the squared gradients: 1 for parallel lines, 0 for noise. */
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
