package org.drsformer.metric.luma;

import org.drsformer.metric.plane.PixelRows;
import org.drsformer.metric.plane.Plane;

/**
 * Every channel by itself, unchanged.
 *
 * @param colorOnly whether only gray and colour images are compared
 */
public record AllChannels(boolean colorOnly) implements Signal {

	@Override
	public boolean accepts(final int channels) {
		return !colorOnly || Signal.super.accepts(channels);
	}

	@Override
	public Plane[] of(final PixelRows pixels, final Scale scale) {
		final Plane[] planes = new Plane[pixels.channels()];
		for (int c = 0; c < planes.length; c++)
			planes[c] = new Plane(pixels.width(), pixels.height());
		final double[][] rows = new double[planes.length][pixels.width()];
		for (int y = 0; y < pixels.height(); y++) {
			pixels.read(y, rows);
			for (int c = 0; c < planes.length; c++)
				System.arraycopy(rows[c], 0, planes[c].values(), y * pixels.width(), pixels.width());
		}
		return planes;
	}

	@Override
	public double range(final Scale scale) {
		return scale.dataRange();
	}
}
