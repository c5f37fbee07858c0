package org.drsformer.network;

import static org.drsformer.network.PlainLayers.add;
import static org.drsformer.network.PlainLayers.chunk;
import static org.drsformer.network.PlainLayers.convolution;
import static org.drsformer.network.PlainLayers.use;

import org.drsformer.network.layer.Parameters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The attention as the papers write it: of DRSformer, four masked softmaxes and four products with v; of Restormer, one
 * softmax. Maps are (N, C, H, W).
 */
final class PlainAttention {

	/** How many of the C' scores of a row each branch takes: a fraction, as numerator and denominator. */
	private static final int[][] KEPT = { { 1, 2 }, { 2, 3 }, { 3, 4 }, { 4, 5 } };

	private final Parameters parameters;
	private final TopKGap gap;

	/** @param gap gets all scores; may be null */
	PlainAttention(final Parameters parameters, final TopKGap gap) {
		this.parameters = parameters;
		this.gap = gap;
	}

	/** Returns the map after the attention; x is consumed. */
	NDArray forward(final NDArray x) {
		final Shape shape = x.getShape();
		try (NDArray qkv = convolution(convolution(x, parameters, "qkv"), parameters, "qkv_dwconv");
			NDArray q = use(heads(qkv, 0), a -> a.normalize(2, -1, 1e-12));
			NDArray k = use(heads(qkv, 1), a -> a.normalize(2, -1, 1e-12));
			NDArray v = heads(qkv, 2);
			NDArray scores = use(use(k, a -> use(a.transpose(0, 1, 3, 2), q::matMul)),
				a -> a.mul(parameters.get("temperature")))) {
			return convolution(use(branches(scores, v), a -> a.reshape(shape)), parameters, "project_out");
		}
	}

	/** Returns q, k or v, (N, heads, C', HW). */
	private NDArray heads(final NDArray qkv, final int part) {
		final Shape shape = qkv.getShape();
		final long heads = parameters.get("temperature").getShape().get(0);
		return use(chunk(qkv, part, 3),
			a -> a.reshape(shape.get(0), heads, shape.get(1) / 3 / heads, shape.get(2) * shape.get(3)));
	}

	private NDArray branches(final NDArray scores, final NDArray v) {
		if (parameters.find("attn1") == null)
			return use(scores.softmax(-1), a -> a.matMul(v));
		NDArray sum = null;
		for (int i = 0; i < KEPT.length; i++) {
			final NDArray weight = parameters.get("attn" + (i + 1));
			final int kept = (int) scores.getShape().get(3) * KEPT[i][0] / KEPT[i][1];
			final NDArray branch = use(use(sparseSoftmax(scores, kept), a -> a.matMul(v)), a -> a.mul(weight));
			sum = sum == null ? branch : add(sum, branch);
		}
		return sum;
	}

	/** Returns the softmax over the k largest scores of each row, and zero elsewhere. */
	private NDArray sparseSoftmax(final NDArray scores, final int k) {
		if (gap != null)
			gap.measure(scores, k);
		try (NDArray dropped = dropped(scores, k); NDArray masked = scores.add(dropped)) {
			return masked.softmax(-1);
		}
	}

	/** Returns 0 for the k largest scores of each row, and minus infinity elsewhere. */
	private static NDArray dropped(final NDArray scores, final int k) {
		final NDManager manager = scores.getManager();
		try (NDList largest = scores.topK(k, -1, true, true);
			NDArray zeros = manager.zeros(largest.get(1).getShape(), scores.getDataType())) {
			return manager.full(scores.getShape(), Float.NEGATIVE_INFINITY, scores.getDataType())
				.scatter(largest.get(1), zeros, 3);
		}
	}
}
