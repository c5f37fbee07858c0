package org.drsformer.network;

import java.util.stream.IntStream;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.layer.Precision;
import org.drsformer.network.strip.ArrayScope;
import org.drsformer.network.strip.Kept;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;

/**
 * Top-k sparse attention, TKSA (figure 2b and equations 2 to 4 of the paper): channels attend to channels.
 * <p>
 * q, k, v = dw3x3(1x1(LN(x))); per head S = q k^T * temperature, with q and k normalised to length 1 along the pixels.
 * For each k of C'/2, 2C'/3, 3C'/4 and 4C'/5 the k largest scores of a row are kept and go through a softmax, which
 * gives A_i; the result is project_out(sum_i attn_i A_i v).
 * <p>
 * All of this but v is a C x C matrix an image: the scores are gathered over the strips, in double precision, and
 * {@code project_out}, the four softmaxes and their weights become one matrix, applied to v in a second pass.
 */
final class TopKSparseAttention {

	/** The parts of a row's C' scores that the four branches keep, as numerator and denominator. */
	private static final int[][] KEPT = { { 1, 2 }, { 2, 3 }, { 3, 4 }, { 4, 5 } };

	private final int dim;
	private final int heads;
	private final LayerNorm norm;
	private final Pointwise qkv;
	private final Convolution qkvDepthwise;
	private final Pointwise value;
	private final Convolution valueDepthwise;
	private final NDArray temperature;
	private final NDArray[] branchWeights;
	private final Pointwise projectOut;
	private final PixelCost scoring;
	private final PixelCost mixing;

	TopKSparseAttention(final Parameters parameters, final LayerNorm norm) {
		this.norm = norm;
		qkv = Pointwise.of(parameters, "qkv");
		qkvDepthwise = Convolution.depthwise(parameters.get("qkv_dwconv.weight"), parameters.find("qkv_dwconv.bias"));
		projectOut = Pointwise.of(parameters, "project_out");
		dim = (int) projectOut.weight().getShape().get(0);
		value = new Pointwise(lastRows(qkv.weight()), lastRows(qkv.bias()));
		valueDepthwise = Convolution.depthwise(lastRows(qkvDepthwise.weight()), lastRows(qkvDepthwise.bias()));
		temperature = Precision.doubles(parameters.get("temperature"));
		heads = (int) temperature.getShape().get(0);
		branchWeights = IntStream.rangeClosed(1, KEPT.length)
			.mapToObj(i -> Precision.doubles(parameters.get("attn" + i)))
			.toArray(NDArray[]::new);
		// the same strips in both passes, so that what the first keeps fits the second; doubles count twice
		final long floats = 14L * dim;
		scoring = new PixelCost(1, floats, 3L * dim * dim + 27L * dim + (long) dim * dim / heads);
		mixing = new PixelCost(1, floats, 2L * dim * dim + 9L * dim);
	}

	private NDArray lastRows(final NDArray array) {
		return array == null ? null : array.get(new NDIndex().addSliceDim(2L * dim, 3L * dim));
	}

	/** x + TKSA(LN(x)); x: (N, H, W, C), used up. */
	NDArray addTo(final NDArray x, final Strips strips) {
		try (Kept kept = strips.kept(); Scores scores = new Scores(heads)) {
			strips.each(x, scoring, (strip, haloed) -> {
				// split, not sliced: the gradient of a slice is a whole map of zeros
				final NDList split = strip.crop(queriesKeysValues(haloed)).split(new long[] { 2L * dim }, 3);
				if (strips.mayKeep(x))
					kept.put(strip, split.get(1));
				scores.add(split.get(0));
			});
			try (NDArray matrix = matrix(scores)) {
				return strips.add(x, mixing, (strip, haloed) -> {
					final NDArray values = kept.take(strip);
					return project(matrix, values != null ? values : strip.crop(values(haloed)));
				});
			}
		}
	}

	/** x: (N, H, W, C) to (N, H, W, 3C). */
	private NDArray queriesKeysValues(final NDArray x) {
		try (NDArray normalised = norm.forward(x); NDArray mixed = qkv.forward(normalised)) {
			return qkvDepthwise.forward(mixed);
		}
	}

	/** The last third of {@link #queriesKeysValues}. */
	private NDArray values(final NDArray x) {
		try (NDArray normalised = norm.forward(x); NDArray mixed = value.forward(normalised)) {
			return valueDepthwise.forward(mixed);
		}
	}

	/** project_out(sum_i attn_i A_i) as one matrix an image, (N, C, C) transposed for products from the left. */
	private NDArray matrix(final Scores scores) {
		return ArrayScope.keep(() -> {
			final long n = scores.images();
			final NDArray mixed = branches(scores.normalised().mul(temperature));
			final NDArray out = Precision.doubles(projectOut.weight())
				.reshape(dim, heads, dim / heads)
				.transpose(1, 0, 2);
			return Precision.singles(out.matMul(mixed).transpose(0, 1, 3, 2).reshape(n, dim, dim));
		});
	}

	/** sum_i attn_i softmax(S where it is among the k_i largest of its row); S: (N, heads, C', C'). */
	private NDArray branches(final NDArray scores) {
		final NDArray exponentials = scores.sub(scores.max(new int[] { -1 }, true)).exp();
		NDArray sum = null;
		for (int i = 0; i < KEPT.length; i++) {
			final long k = scores.getShape().get(3) * KEPT[i][0] / KEPT[i][1];
			final NDArray kept = exponentials.mul(kept(scores, (int) k));
			final NDArray branch = kept.div(kept.sum(new int[] { -1 }, true)).mul(branchWeights[i]);
			sum = sum == null ? branch : sum.add(branch);
		}
		return sum;
	}

	/** 1 for the k largest of each row, 0 elsewhere; where scores are equal, those that PyTorch's own top-k takes. */
	private static NDArray kept(final NDArray scores, final int k) {
		final NDArray largest = scores.topK(k, -1, true, true).get(1);
		return scores.zerosLike().scatter(largest, scores.getManager().ones(largest.getShape(), DataType.FLOAT64), 3);
	}

	private NDArray project(final NDArray matrix, final NDArray values) {
		try (values) {
			final NDArray result = Pointwise.perImage(values, matrix);
			return projectOut.bias() == null ? result : result.addi(projectOut.bias());
		}
	}

	long macs() {
		return scoring.macs() + mixing.macs();
	}
}
