package org.drsformer.metric.plane;

/** The channels of one plane, read row by row: only one row of each channel needs to exist as numbers. */
public interface PixelRows {

	/** Returns the width in pixels. */
	int width();

	/** Returns the height in pixels. */
	int height();

	/** Returns the number of channels. */
	int channels();

	/**
	 * Copies one row.
	 *
	 * @param y from 0
	 * @param rows for each channel an array of the plane's width
	 */
	void read(int y, double[][] rows);
}
