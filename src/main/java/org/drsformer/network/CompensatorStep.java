package org.drsformer.network;

import static org.drsformer.network.layer.Activations.relu;

import java.util.ArrayList;
import java.util.List;

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
 * The last 1x1 convolution of an expert, its weight, and its columns of the 1x1 convolution over all experts are one
 * matrix an image.
 */
final class CompensatorStep {

	static final int EXPERTS = 8;
	private static final int SEPARABLE = 4;
	private static final int DILATED = 3;
	/** Of the separable and of the dilated 7x7. */
	private static final int HALO = 6;

	private final List<Expert> experts = new ArrayList<>();
	/** For each expert, (C, C), for products from the right. */
	private final List<NDArray> matrices = new ArrayList<>();
	private final PixelCost work;

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
		work = new PixelCost(HALO, 6 * dim, dim * (12 * dim + 2 * 84 + 83 + 9));
	}

	private static NDArray product(final NDArray columns, final Parameters ops, final String last) {
		return ArrayScope.keep(() -> columns.matMul(Pointwise.of(ops, last).weight()));
	}

	private void add(final Expert expert, final NDArray matrix) {
		experts.add(expert);
		matrices.add(matrix.transpose());
	}

	/**
	 * @param x (N, H, W, C), used up
	 * @param weights of the experts, (N, 8)
	 * @return (N, H, W, C)
	 */
	NDArray forward(final NDArray x, final NDArray weights, final Strips strips) {
		final List<NDArray> weighted = new ArrayList<>();
		try {
			for (int i = 0; i < EXPERTS; i++)
				weighted.add(weighted(i, weights));
			return strips.replace(x, work, (strip, haloed) -> {
				final NDArray sum = relu(mix(strip, haloed, weighted));
				return relu(Activations.sum(sum, strip.inner(haloed)));
			});
		}
		finally {
			weighted.forEach(NDArray::close);
		}
	}

	/** (N, C, C). */
	private NDArray weighted(final int expert, final NDArray weights) {
		return ArrayScope.keep(() -> weights.get(new NDIndex().addAllDim().addSliceDim(expert, expert + 1))
			.expandDims(-1)
			.mul(matrices.get(expert)));
	}

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

	long macs() {
		return work.macs();
	}
}
