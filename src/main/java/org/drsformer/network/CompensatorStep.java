package org.drsformer.network;

import static org.drsformer.network.layer.Activations.relu;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.network.configuration.Layout;
import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.ArrayScope;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strip;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * One step of the {@link FeatureCompensator}: relu(x + relu(1x1(cat of the 8 experts, each times its weight))).
 * <p>
 * Experts, in the order of the checkpoint: separable 1x1, 3x3, 5x5 and 7x7; dilated 3x3, 5x5 and 7x7; average pool 3x3.
 * The last 1x1 convolution of an expert, its weight, and its columns of the 1x1 convolution over all experts become one
 * matrix for each image.
 */
final class CompensatorStep {

	static final int EXPERTS = Layout.EXPERTS;
	private static final int SEPARABLE = Layout.separable().length;
	private static final int DILATED = Layout.dilated().length;
	/** Two 7x7 after each other reach 3 + 3 pixels far, the dilated 7x7 2 * 3. */
	private static final int HALO = 6;

	private final List<Expert> experts = new ArrayList<>();
	/** For each expert, (C, C), for products from the right. */
	private final List<NDArray> matrices = new ArrayList<>();
	private final PixelCost cost;

	CompensatorStep(final Parameters parameters) {
		final NDArray out = Pointwise.of(parameters.at("_out"), "0").weight();
		final long dim = out.getShape().get(0);
		for (int i = 0; i < EXPERTS; i++) {
			final Parameters ops = parameters.at("_ops").at(i).at("op");
			final NDArray columns = out.get(new NDIndex().addAllDim().addSliceDim(i * dim, (i + 1) * dim));
			if (i < SEPARABLE)
				add(Expert.separable(ops), product(columns, ops, "4"));
			else if (i < SEPARABLE + DILATED)
				add(Expert.dilated(ops), product(columns, ops, "1"));
			else
				add(Expert.averagePool(), columns);
		}
		cost = new PixelCost(HALO, floats(dim), macs(dim));
	}

	/** Returns the floats that are alive in the middle of a separable expert, which are the most. */
	private static long floats(final long dim) {
		final long input = 1; // x with its halo
		final long sum = 1; // of the experts before
		final long spread = 1; // the result of the first depthwise convolution
		final long mixed = 2; // the result of the 1x1, before and after relu
		final long pending = 1; // the result of the strip before, until this one is computed
		return dim * (input + sum + spread + mixed + pending);
	}

	private static long macs(final long dim) {
		final long middle = SEPARABLE * dim; // the 1x1 between the two depthwise convolutions
		final long separable = 2L * taps(Layout.separable()); // these two
		final long dilated = taps(Layout.dilated());
		final long average = 3 * 3;
		final long matrices = EXPERTS * dim;
		return dim * (middle + separable + dilated + average + matrices);
	}

	/** Returns the number of weights of a channel in depthwise convolutions of these sizes. */
	private static int taps(final int[] sizes) {
		return IntStream.of(sizes).map(size -> size * size).sum();
	}

	private static NDArray product(final NDArray columns, final Parameters ops, final String last) {
		return ArrayScope.resultOf(() -> columns.matMul(Pointwise.of(ops, last).weight()));
	}

	private void add(final Expert expert, final NDArray matrix) {
		experts.add(expert);
		matrices.add(matrix.transpose());
	}

	/**
	 * Returns the map after the step, (N, H, W, C).
	 *
	 * @param x (N, H, W, C), consumed
	 * @param weights of the experts, (N, 8)
	 */
	NDArray forward(final NDArray x, final NDArray weights, final Strips strips) {
		final List<NDArray> weighted = new ArrayList<>();
		try {
			for (int i = 0; i < EXPERTS; i++)
				weighted.add(weighted(i, weights));
			return strips.replace(x, cost, (strip, haloed) -> {
				final NDArray sum = relu(mix(strip, haloed, weighted));
				return relu(Activations.sum(sum, strip.inner(haloed)));
			});
		}
		finally {
			weighted.forEach(NDArray::close);
		}
	}

	/** Returns the matrix of an expert times its weight, (N, C, C). */
	private NDArray weighted(final int expert, final NDArray weights) {
		return ArrayScope.resultOf(() -> weights.get(new NDIndex().addAllDim().addSliceDim(expert, expert + 1))
			.expandDims(-1)
			.mul(matrices.get(expert)));
	}

	/** Returns the sum of the weighted experts for a strip. */
	private NDArray mix(final Strip strip, final NDArray haloed, final List<NDArray> weighted) {
		NDArray sum = null;
		for (int i = 0; i < EXPERTS; i++) {
			try (NDArray result = strip.crop(experts.get(i).forward(haloed))) {
				final NDArray term = Pointwise.perImage(result, weighted.get(i));
				sum = sum == null ? term : Activations.sum(sum, term);
			}
		}
		return sum;
	}

	/** Returns the multiply-adds for each pixel. */
	long macs() {
		return cost.macs();
	}
}
