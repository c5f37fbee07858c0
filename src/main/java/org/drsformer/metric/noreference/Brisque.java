package org.drsformer.metric.noreference;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.metric.noreference.NeighbourProducts.Shift;
import org.drsformer.metric.plane.Plane;

import net.imglib2.RandomAccessibleInterval;

/**
 * BRISQUE, the blind image spatial quality evaluator: how observers would rate the distortion of an image, about 0
 * (none) to 100. A. Mittal, A. K. Moorthy, A. C. Bovik, <i>No-reference image quality assessment in the spatial
 * domain</i>, IEEE Transactions on Image Processing 21(12), 2012, as the MATLAB release of the authors computes it,
 * with its regression, but without the rounding of the text files between its programs (up to 6e-4 of the score).
 *
 * <pre>{@code
 * double brisque = Brisque.of(image); // RGB, 8 or 16 bit
 * }</pre>
 */
public final class Brisque {

	private static final int FEATURES = 18;

	/** Half of the image must hold the window. */
	private static final int LEAST_SIZE = 2 * ContrastNormalization.WINDOW - 1;

	private static final List<Shift> SHIFTS = List.of(new Shift(0, 1), new Shift(1, 0), new Shift(1, 1),
		new Shift(-1, 1));

	private Brisque() {
		// static functions only
	}

	/**
	 * Returns the BRISQUE of an image, of a stack the mean of its planes. 16-bit samples are scaled to 0..255 first.
	 *
	 * @param image RGB (ARGBType, alpha is ignored), 8 or 16 bit
	 * @throws DrsformerException if the image has another type, is smaller than 13 x 13 pixels, or has no contrast
	 */
	public static double of(final RandomAccessibleInterval<?> image) {
		return NoReference.brisque().score(image).value();
	}

	/**
	 * Returns the BRISQUE of a gray plane.
	 *
	 * @param gray in 0..255
	 */
	static double of(final Plane gray) {
		if (gray.width() < LEAST_SIZE || gray.height() < LEAST_SIZE)
			throw new DrsformerException("BRISQUE needs at least " + LEAST_SIZE + " x " + LEAST_SIZE +
				" pixels, but the image has " + gray.width() + " x " + gray.height() + "; take a larger image.");
		final double score = SupportVectors.RELEASED.predict(features(gray));
		if (Double.isNaN(score))
			throw new DrsformerException(
				"The image is flat: it has too little contrast for the statistics of BRISQUE; take another image.");
		return score;
	}

	/** Returns the 36 features: 18 of the image and 18 of its half. */
	static double[] features(final Plane gray) {
		final double[] features = new double[2 * FEATURES];
		addFeatures(gray, features, 0);
		addFeatures(Halving.of(gray), features, FEATURES);
		return features;
	}

	private static void addFeatures(final Plane gray, final double[] features, final int first) {
		final NeighbourProducts pixels = NeighbourProducts
			.whole(ContrastNormalization.of(gray.surroundedByZeros(ContrastNormalization.padding())));
		final Moments values = pixels.values();
		features[first] = ShapeTable.ofInverse(values.meanSquare() / (values.meanMagnitude() * values.meanMagnitude()));
		features[first + 1] = values.meanSquare();
		int next = first + 2;
		for (final Shift shift : SHIFTS) {
			final AsymmetricGaussian products = AsymmetricGaussian.of(pixels.products(shift));
			features[next++] = products.alpha();
			features[next++] = products.mean();
			features[next++] = products.left() * products.left();
			features[next++] = products.right() * products.right();
		}
	}
}
