package org.drsformer.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/** Continues a plane beyond its right and lower edge. */
final class Reflection {

	private Reflection() {
		// static functions only
	}

	/**
	 * A view of a plane (x, y) from 0 that is larger: reflected at the middle of the edge pixels, so that none of them is
	 * repeated, as often as it takes; an edge of one pixel is repeated.
	 */
	static <T> RandomAccessibleInterval<T> pad(final RandomAccessibleInterval<T> plane, final long width,
		final long height)
	{
		if (width == plane.dimension(0) && height == plane.dimension(1))
			return plane;
		final RandomAccessibleInterval<T> source = repeatSingles(plane, width, height);
		return Views.interval(Views.extendMirrorSingle(source), Intervals.createMinSize(0, 0, width, height));
	}

	/** One pixel has no neighbour that could be reflected. */
	private static <T> RandomAccessibleInterval<T> repeatSingles(final RandomAccessibleInterval<T> plane,
		final long width, final long height)
	{
		final long columns = plane.dimension(0) == 1 ? width : plane.dimension(0);
		final long rows = plane.dimension(1) == 1 ? height : plane.dimension(1);
		return Views.interval(Views.extendBorder(plane), Intervals.createMinSize(0, 0, columns, rows));
	}
}
