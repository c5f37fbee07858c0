package org.drsformer.metric.plane;

/**
 * A plane with numbers as channels.
 *
 * @param planes one for each channel, at least one
 */
record NumberRows(Plane[] planes) implements PixelRows {

	@Override
	public int width() {
		return planes[0].width();
	}

	@Override
	public int height() {
		return planes[0].height();
	}

	@Override
	public int channels() {
		return planes.length;
	}

	@Override
	public void read(final int y, final double[][] rows) {
		for (int c = 0; c < planes.length; c++)
			System.arraycopy(planes[c].values(), y * width(), rows[c], 0, width());
	}
}
