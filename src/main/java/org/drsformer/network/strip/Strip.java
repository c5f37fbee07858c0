package org.drsformer.network.strip;

import java.util.List;
import java.util.stream.Stream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

/**
 * A part of a map (N, H, W, C) that is worked on at a time: some rows, in very wide maps only some of their columns.
 * <p>
 * Its halo are the neighbours inside of the map that its result depends on. With the halo, a strip goes through
 * convolutions as if it were a whole map: at the border of the map their zero padding is the right one, and elsewhere
 * it spoils nothing but the halo, which is cropped.
 *
 * @param rows without the halo
 * @param columns without the halo
 * @param haloRows with the halo
 * @param haloColumns with the halo
 */
public record Strip(Range rows, Range columns, Range haloRows, Range haloColumns) {

	/** The indices [from, to). */
	record Range(int from, int to) {

		int length() {
			return to - from;
		}

		/** Returns this range and its neighbours inside of [0, size). */
		Range widened(final int halo, final int size) {
			return new Range(Math.max(0, from - halo), Math.min(size, to + halo));
		}

		Range relativeTo(final Range outer) {
			return new Range(from - outer.from, to - outer.from);
		}

		/** Returns the same part of an axis that is {@code factor} times as long; {@code factor} is a power of 2. */
		Range scaled(final double factor) {
			return new Range((int) (from * factor), (int) (to * factor));
		}
	}

	static Strip of(final Range rows, final Range columns, final int halo, final int height, final int width) {
		return new Strip(rows, columns, rows.widened(halo, height), columns.widened(halo, width));
	}

	/** Returns a whole map as one strip. */
	static Strip whole(final NDArray map) {
		final int height = (int) map.getShape().get(1);
		final int width = (int) map.getShape().get(2);
		return of(new Range(0, height), new Range(0, width), 0, height, width);
	}

	/** Returns the upper and the lower half of the rows; both begin at even rows. */
	List<Strip> halves(final int halo, final int height) {
		final int middle = rows.from + (rows.length() / 2 + 1) / 2 * 2;
		return Stream.of(new Range(rows.from, middle), new Range(middle, rows.to))
			.map(half -> new Strip(half, columns, half.widened(halo, height), haloColumns))
			.toList();
	}

	/** Returns what is made of this part of a map, and frees what is left behind on the way. */
	NDList run(final NDArray map, final Strips.Terms terms) {
		return ArrayScope.resultsOf(() -> {
			try (NDArray haloed = withHalo(map)) {
				return terms.of(this, haloed);
			}
		});
	}

	/**
	 * Returns this part of a map, with the halo: a view of whole rows, or else a copy, since operations want their
	 * pixels in one piece.
	 */
	private NDArray withHalo(final NDArray map) {
		final NDArray part = part(map, haloRows, haloColumns);
		if (haloColumns.length() == map.getShape().get(2))
			return part;
		try (part) {
			return part.duplicate();
		}
	}

	/** Returns this part of a map, without the halo: a view. */
	public NDArray of(final NDArray map) {
		return part(map, rows, columns);
	}

	/** Returns the result for the haloed strip, which is consumed, without the halo. */
	public NDArray crop(final NDArray haloed) {
		if (rows.equals(haloRows) && columns.equals(haloColumns))
			return haloed;
		try (haloed) {
			return inner(haloed);
		}
	}

	/** Returns the haloed strip without its halo: a view. */
	public NDArray inner(final NDArray haloed) {
		return part(haloed, rows.relativeTo(haloRows), columns.relativeTo(haloColumns));
	}

	/** Returns the same part of a map of {@code factor} times the height and width. */
	public Strip scaled(final double factor) {
		return new Strip(rows.scaled(factor), columns.scaled(factor), haloRows.scaled(factor),
			haloColumns.scaled(factor));
	}

	/** Returns whether both strips are of the same band. */
	boolean isBeside(final Strip other) {
		return rows.equals(other.rows);
	}

	/** Returns the number of pixels without the halo. */
	long pixels() {
		return (long) rows.length() * columns.length();
	}

	private static NDArray part(final NDArray map, final Range rows, final Range columns) {
		final NDIndex index = new NDIndex().addAllDim().addSliceDim(rows.from, rows.to);
		return map.get(columns.length() == map.getShape().get(2) ? index : index.addSliceDim(columns.from, columns.to));
	}
}
