package org.drsformer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** The smallest distance between a score that is among the k largest of its row and one that is not. */
final class TopKGap {

	/**
	 * With a smaller gap, another right implementation may take another score: the bound of the fixtures' manifests.
	 */
	static final double STRICT = 2e-6;

	private double smallest = Double.POSITIVE_INFINITY;

	/** @param scores (..., C', C') */
	void measure(final NDArray scores, final int k) {
		try (NDArray ascending = scores.sort(-1); NDArray gap = distance(ascending, ascending.getShape().get(3) - k)) {
			smallest = Math.min(smallest, gap.getDouble());
		}
	}

	private static NDArray distance(final NDArray ascending, final long firstKept) {
		try (NDArray kept = column(ascending, firstKept);
			NDArray dropped = column(ascending, firstKept - 1);
			NDArray distances = kept.sub(dropped)) {
			return distances.min();
		}
	}

	private static NDArray column(final NDArray scores, final long index) {
		return scores.get(new NDIndex().addEllipseDim().addIndices(index));
	}

	double smallest() {
		return smallest;
	}

	/** Returns whether every right implementation takes the same scores. */
	boolean strict() {
		return smallest >= STRICT;
	}
}
