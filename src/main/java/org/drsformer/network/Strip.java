package org.drsformer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * A strip of rows of a map (N, H, W, C): the rows [from, to), and around them those rows of the halo that lie inside of
 * the map, [top, bottom). Convolutions run over the haloed strip as if it were a whole map; what their zero padding
 * spoils lies in the halo and is cropped, and at the border of the map the zero padding is the right one.
 */
record Strip(int from, int to, int top, int bottom) {

	static Strip of(final int from, final int to, final int halo, final int height) {
		return new Strip(from, to, Math.max(0, from - halo), Math.min(height, to + halo));
	}

	/** The rows [top, bottom) of a map: a view. */
	NDArray withHalo(final NDArray map) {
		return rows(map, top, bottom);
	}

	/** The rows [from, to) of a map: a view. */
	NDArray of(final NDArray map) {
		return rows(map, from, to);
	}

	/** The rows [from, to) of what was made of the haloed strip, which is used up. */
	NDArray crop(final NDArray haloed) {
		if (top == from && bottom == to)
			return haloed;
		try (haloed) {
			return inner(haloed);
		}
	}

	/** The rows [from, to) of a haloed strip: a view. */
	NDArray inner(final NDArray haloed) {
		return rows(haloed, from - top, to - top);
	}

	/** The same strip of a map whose rows are {@code factor} times as many; {@code factor} is 2 or 1/2. */
	Strip scaled(final double factor) {
		return new Strip((int) (from * factor), (int) Math.ceil(to * factor), (int) (top * factor), (int) Math.ceil(
			bottom * factor));
	}

	int rows() {
		return to - from;
	}

	private static NDArray rows(final NDArray map, final int first, final int end) {
		return map.get(new NDIndex().addAllDim().addSliceDim(first, end));
	}
}
