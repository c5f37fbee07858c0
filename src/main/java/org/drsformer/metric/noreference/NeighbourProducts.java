package org.drsformer.metric.noreference;

import org.drsformer.metric.plane.Plane;

/**
 * A rectangle of normalized values: the statistics of its values, and of the products of neighbours. Neighbours are
 * cyclic inside of the rectangle.
 */
record NeighbourProducts(Plane plane, int left, int top, int width, int height) {

	/** A neighbour, to the right and below: the columns and rows from the other pixel to this one. */
	record Shift(int rows, int columns) {}

	static NeighbourProducts whole(final Plane plane) {
		return new NeighbourProducts(plane, 0, 0, plane.width(), plane.height());
	}

	/** Returns the moments of the values. */
	Moments values() {
		final Moments moments = new Moments();
		for (int y = 0; y < height; y++)
			moments.addAll(plane.values(), start(y), width);
		return moments;
	}

	/** Returns the moments of the products of all pixels with a neighbour. */
	Moments products(final Shift shift) {
		final Moments moments = new Moments();
		for (int y = 0; y < height; y++)
			addRow(start(y), start(Math.floorMod(y - shift.rows, height)), shift.columns, moments);
		return moments;
	}

	/** Returns the index of the first value of a row. */
	private int start(final int y) {
		return (top + y) * plane.width() + left;
	}

	private void addRow(final int row, final int other, final int columns, final Moments moments) {
		final int wrapped = Math.floorMod(columns, width);
		final double[] values = plane.values();
		moments.addProducts(values, row + wrapped, values, other, width - wrapped);
		moments.addProducts(values, row, values, other + width - wrapped, wrapped);
	}
}
