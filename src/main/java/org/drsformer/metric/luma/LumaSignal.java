package org.drsformer.metric.luma;

import org.drsformer.metric.plane.PixelRows;
import org.drsformer.metric.plane.Plane;

/** One of the forms of luma that the field uses; a gray image is its own luma, on the same scale. */
interface LumaSignal extends Signal {

	@Override
	default Plane[] of(final PixelRows pixels, final Scale scale) {
		final Plane luma = new Plane(pixels.width(), pixels.height());
		final double[][] rows = new double[pixels.channels()][pixels.width()];
		for (int y = 0; y < luma.height(); y++) {
			pixels.read(y, rows);
			if (rows.length == 1)
				scaleGray(rows[0], scale);
			else
				replaceByLuma(rows[0], rows[1], rows[2], scale);
			System.arraycopy(rows[0], 0, luma.values(), y * luma.width(), luma.width());
		}
		return new Plane[] { luma };
	}

	/** Scales gray values to the scale of the luma. */
	void scaleGray(double[] values, Scale scale);

	/** Replaces the values of r by the luma. */
	void replaceByLuma(double[] r, double[] g, double[] b, Scale scale);
}
