package org.drsformer.network;

import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Precision;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * One branch of the {@link ChannelAttention}: the softmax over the largest scores of each row, times a weight.
 *
 * @param numerator over {@code denominator} is the share of the C' scores of a row that it takes
 * @param denominator see {@code numerator}
 * @param weight (1), in double precision; null for 1
 */
record AttentionBranch(int numerator, int denominator, NDArray weight) {

	/** The shares of DRSformer's branches. */
	private static final int[][] SHARES = { { 1, 2 }, { 2, 3 }, { 3, 4 }, { 4, 5 } };

	/** Returns the branches: four of DRSformer, or the one of Restormer, which takes all scores. */
	static List<AttentionBranch> of(final Architecture architecture, final Parameters parameters) {
		if (architecture == Architecture.RESTORMER)
			return List.of(new AttentionBranch(1, 1, null));
		return IntStream.range(0, SHARES.length)
			.mapToObj(i -> new AttentionBranch(SHARES[i][0], SHARES[i][1],
				Precision.doubles(parameters.get("attn" + (i + 1)))))
			.toList();
	}

	/**
	 * Returns weight * softmax(the k largest scores of each row), (N, heads, C', C') like the scores.
	 *
	 * @param exponentials of the scores, times any number for each row
	 */
	NDArray forward(final NDArray scores, final NDArray exponentials) {
		final NDArray kept = numerator == denominator ? exponentials : exponentials.mul(mask(scores));
		final NDArray softmax = kept.div(kept.sum(new int[] { -1 }, true));
		return weight == null ? softmax : softmax.mul(weight);
	}

	/** Returns 1 for the k largest scores of each row and 0 elsewhere; breaks ties as PyTorch's own top-k does. */
	private NDArray mask(final NDArray scores) {
		final int k = (int) (scores.getShape().get(3) * numerator / denominator);
		final NDArray largest = scores.topK(k, -1, true, true).get(1);
		return scores.zerosLike().scatter(largest, scores.getManager().ones(largest.getShape(), DataType.FLOAT64), 3);
	}
}
