package org.drsformer.metric.plane;

/**
 * An RGB plane with values in 0..255.
 *
 * @param argb width * height pixels, x fastest; alpha is ignored
 */
record ColorRows(int[] argb, int width, int height) implements PixelRows {

	@Override
	public int channels() {
		return 3;
	}

	@Override
	public void read(final int y, final double[][] rows) {
		final double[] r = rows[0];
		final double[] g = rows[1];
		final double[] b = rows[2];
		for (int x = 0; x < width; x++) {
			final int pixel = argb[y * width + x];
			r[x] = pixel >> 16 & 0xff;
			g[x] = pixel >> 8 & 0xff;
			b[x] = pixel & 0xff;
		}
	}
}
