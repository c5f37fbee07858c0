package org.drsformer.network;

import java.util.List;

import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.layer.Precision;
import org.drsformer.network.strip.ArrayScope;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.StripCache;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;

/**
 * Attention of channels to channels: top-k sparse attention (TKSA) of DRSformer, figure 2b and equations 2 to 4 of its
 * paper, and multi-Dconv head transposed attention (MDTA) of Restormer, figure 2a and equation 1 of its paper.
 * <p>
 * q, k, v = dw3x3(1x1(LN(x))); per head S = q k^T * temperature, with q and k normalised to length 1 along the pixels.
 * Each {@link AttentionBranch branch} takes the largest scores of a row through a softmax, which gives A_i: four
 * branches of DRSformer take 1/2, 2/3, 3/4 and 4/5 of the C' scores, the one of Restormer takes all. The result is
 * project_out(sum_i attn_i A_i v).
 * <p>
 * All but v is one C x C matrix for each image. A first pass over the strips gathers the scores, in double precision.
 * {@code project_out}, the softmaxes and their weights become one matrix, which a second pass applies to v.
 */
final class ChannelAttention implements Block {

	/** The halo of the depthwise 3x3, and the products of it for each channel. */
	private static final int HALO = 1;
	private static final int TAPS = 3 * 3;

	private final int dim;
	private final int heads;
	private final LayerNorm norm;
	private final Pointwise qkv;
	private final Convolution qkvDepthwise;
	private final Pointwise value;
	private final Convolution valueDepthwise;
	private final NDArray temperature;
	private final List<AttentionBranch> branches;
	private final Pointwise projectOut;
	private final PixelCost scoring;
	private final PixelCost mixing;

	ChannelAttention(final Architecture architecture, final Parameters parameters, final LayerNorm norm) {
		this.norm = norm;
		qkv = Pointwise.of(parameters, "qkv");
		qkvDepthwise = Convolution.depthwise(parameters.get("qkv_dwconv.weight"), parameters.find("qkv_dwconv.bias"));
		projectOut = Pointwise.of(parameters, "project_out");
		dim = (int) projectOut.weight().getShape().get(0);
		value = new Pointwise(lastRows(qkv.weight()), lastRows(qkv.bias()));
		valueDepthwise = Convolution.depthwise(lastRows(qkvDepthwise.weight()), lastRows(qkvDepthwise.bias()));
		temperature = Precision.doubles(parameters.get("temperature"));
		heads = (int) temperature.getShape().get(0);
		branches = AttentionBranch.of(architecture, parameters);
		scoring = new PixelCost(HALO, floats(), scoringMacs());
		mixing = new PixelCost(HALO, floats(), mixingMacs());
	}

	/** Returns the floats of the first pass, which count for both: the second must have the strips that are cached. */
	private long floats() {
		final long input = 1; // x with its halo
		final long queriesKeysValues = 3; // q, k and v
		final long doubles = 2 * 2; // q and k in double precision, which counts twice
		final long squares = 2 * 2; // their squares, in double precision
		final long cached = 1; // the copy of v for the second pass
		final long spare = 1;
		return dim * (input + queriesKeysValues + doubles + squares + cached + spare);
	}

	private long scoringMacs() {
		final long projection = 3L * dim * dim; // the 1x1 of q, k and v
		final long depthwise = 3L * dim * TAPS; // their 3x3
		final long products = (long) dim * dim / heads; // q k^T of all heads
		return projection + depthwise + products;
	}

	private long mixingMacs() {
		final long projection = (long) dim * dim; // the 1x1 of v, as if it were not cached
		final long depthwise = (long) dim * TAPS; // its 3x3
		final long product = (long) dim * dim; // the matrix
		return projection + depthwise + product;
	}

	private NDArray lastRows(final NDArray array) {
		return array == null ? null : array.get(new NDIndex().addSliceDim(2L * dim, 3L * dim));
	}

	/** Returns x + attention(LN(x)). */
	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		try (StripCache valueCache = strips.cache(); NDArray matrix = matrix(x, strips, valueCache)) {
			return strips.add(x, mixing, (strip, haloed) -> {
				final NDArray values = valueCache.take(strip);
				return project(matrix, values != null ? values : strip.crop(values(haloed)));
			});
		}
	}

	/** Returns the matrix for each image, and leaves v in the cache if there is room. */
	private NDArray matrix(final NDArray x, final Strips strips, final StripCache valueCache) {
		final NDList sums = strips.sum(x, scoring, (strip, haloed) -> {
			// split, not sliced: the gradient of a slice is a whole map of zeros
			final NDList split = strip.crop(queriesKeysValues(haloed)).split(new long[] { 2L * dim }, 3);
			if (strips.mayCache(x))
				valueCache.put(strip, split.get(1));
			return Scores.terms(split.get(0), heads);
		});
		try (Scores scores = Scores.of(sums)) {
			return matrix(scores);
		}
	}

	/** Returns q, k and v of x, (N, H, W, C), side by side: (N, H, W, 3C). */
	private NDArray queriesKeysValues(final NDArray x) {
		try (NDArray normalised = norm.forward(x); NDArray mixed = qkv.forward(normalised)) {
			return qkvDepthwise.forward(mixed);
		}
	}

	/** Returns v of x: the last third of {@link #queriesKeysValues}. */
	private NDArray values(final NDArray x) {
		try (NDArray normalised = norm.forward(x); NDArray mixed = value.forward(normalised)) {
			return valueDepthwise.forward(mixed);
		}
	}

	/** Returns project_out(sum_i attn_i A_i) as one matrix for each image, (N, C, C), for products from the right. */
	private NDArray matrix(final Scores scores) {
		return ArrayScope.resultOf(() -> {
			final long n = scores.images();
			final NDArray mixed = branches(scores.normalised().mul(temperature));
			final NDArray out = Precision.doubles(projectOut.weight())
				.reshape(dim, heads, dim / heads)
				.transpose(1, 0, 2);
			return Precision.singles(out.matMul(mixed).transpose(0, 1, 3, 2).reshape(n, dim, dim));
		});
	}

	/** Returns sum_i attn_i A_i, (N, heads, C', C') like the scores S. */
	private NDArray branches(final NDArray scores) {
		final NDArray exponentials = scores.sub(scores.max(new int[] { -1 }, true)).exp();
		return branches.stream().map(branch -> branch.forward(scores, exponentials)).reduce(NDArray::add).orElseThrow();
	}

	/** Returns the matrix times v; the values v are consumed. */
	private NDArray project(final NDArray matrix, final NDArray values) {
		try (values) {
			final NDArray result = Pointwise.perImage(values, matrix);
			return projectOut.bias() == null ? result : result.addi(projectOut.bias());
		}
	}

	@Override
	public long macs() {
		return scoring.macs() + mixing.macs();
	}
}
