package org.drsformer.metric.plane;

/** The channels of one plane, handed out row by row so that no more than one row of each needs to exist as numbers. */
public interface PixelRows {

	int width();

	int height();

	int channels();

	/**
	 * Copies one row.
	 *
	 * @param rows for each channel an array of the plane's width
	 */
	void read(int y, double[][] rows);
}
