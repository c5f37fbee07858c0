package org.drsformer.metric.noreference;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.metric.noreference.NeighbourProducts.Shift;
import org.drsformer.metric.plane.Plane;

import net.imglib2.RandomAccessibleInterval;

/**
 * NIQE, the natural image quality evaluator: how far the statistics of an image are from those of pristine photographs.
 * 2.5 to 5 for clean photographs; higher is worse. A. Mittal, R. Soundararajan, A. C. Bovik, <i>Making a "completely
 * blind" image quality analyzer</i>, IEEE Signal Processing Letters 20(3), 2013, as the MATLAB release of the authors
 * computes it, with its model of pristine images.
 *
 * <pre>{@code
 * double niqe = Niqe.of(image); // RGB, 8 or 16 bit
 * double real = NoReference.niqe().withDataRange(1).score(image).value(); // values in 0..1
 * }</pre>
 *
 * Only whole blocks of 96 x 96 pixels from the upper left corner count.
 */
public final class Niqe {

	private static final int BLOCK = 96;

	private static final int FEATURES = 18;

	private static final List<Shift> SHIFTS = List.of(new Shift(0, 1), new Shift(1, 0), new Shift(1, 1),
		new Shift(1, -1));

	private Niqe() {
		// static functions only
	}

	/**
	 * Returns the NIQE of an image, of a stack the mean of its planes. 16-bit samples are scaled to 0..255 first.
	 *
	 * @param image RGB (ARGBType, alpha is ignored), 8 or 16 bit
	 * @throws DrsformerException if the image has another type, fewer than two whole blocks, or no contrast
	 */
	public static double of(final RandomAccessibleInterval<?> image) {
		return NoReference.niqe().score(image).value();
	}

	/**
	 * Returns the NIQE of a gray plane.
	 *
	 * @param gray in 0..255
	 */
	static double of(final Plane gray) {
		final int columns = gray.width() / BLOCK;
		final int rows = gray.height() / BLOCK;
		if (columns * rows < 2)
			throw new DrsformerException("NIQE needs at least two whole blocks of 96 x 96 pixels, such as 192 x 96," +
				" but the image has " + gray.width() + " x " + gray.height() + " pixels; take a larger image.");
		final GaussianModel model = GaussianModel.fit(features(gray.cropped(columns * BLOCK, rows * BLOCK)));
		if (!model.isFinite())
			throw new DrsformerException("The image is flat: fewer than two of its " + columns * rows +
				" blocks of 96 x 96 pixels have contrast, and NIQE needs contrast; take another image.");
		return NiqeModel.PRISTINE.distance(model);
	}

	/** Returns the 36 features of each block, row after row of blocks: 18 of the image and 18 of its half. */
	static double[][] features(final Plane cropped) {
		final double[][] features = new double[cropped.width() / BLOCK * (cropped.height() / BLOCK)][2 * FEATURES];
		addFeatures(cropped, BLOCK, features, 0);
		addFeatures(Halving.of(cropped), BLOCK / 2, features, FEATURES);
		return features;
	}

	private static void addFeatures(final Plane gray, final int block, final double[][] features, final int first) {
		final Plane normalized = ContrastNormalization.of(gray.replicated(ContrastNormalization.padding()));
		final int columns = gray.width() / block;
		for (int i = 0; i < features.length; i++)
			addFeatures(new NeighbourProducts(normalized, i % columns * block, i / columns * block, block, block),
				features[i], first);
	}

	private static void addFeatures(final NeighbourProducts block, final double[] features, final int first) {
		final AsymmetricGaussian values = AsymmetricGaussian.of(block.values());
		features[first] = values.alpha();
		features[first + 1] = (values.leftScale() + values.rightScale()) / 2;
		int next = first + 2;
		for (final Shift shift : SHIFTS) {
			final AsymmetricGaussian products = AsymmetricGaussian.of(block.products(shift));
			features[next++] = products.alpha();
			features[next++] = products.mean();
			features[next++] = products.leftScale();
			features[next++] = products.rightScale();
		}
	}
}
