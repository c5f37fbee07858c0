package org.drsformer.network;

import static org.drsformer.network.layer.Activations.sum;

import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/**
 * Mixed-scale feed-forward network, MSFN (figure 2c and equation 5 of the paper).
 * <p>
 * u = 1x1 x (C to 2h); a = relu(dw3x3 u), b = relu(dw5x5 u); each split into two halves; x1 = cat(a1, b1) through a 3x3
 * and x2 = cat(a2, b2) through a 5x5 convolution of h groups, two inputs each, and relu; 1x1 of cat(x1, x2) (2h to C).
 * The two halves never meet before the last sum, so each is computed by itself: see {@link MixedScaleHalf}.
 */
final class MixedScaleFeedForward {

	private static final int HALO = 4;

	private final LayerNorm norm;
	private final MixedScaleHalf first;
	private final MixedScaleHalf second;
	private final NDArray bias;
	private final PixelCost work;

	MixedScaleFeedForward(final Parameters parameters, final LayerNorm norm) {
		this.norm = norm;
		first = new MixedScaleHalf(parameters, "dwconv3x3_1", 0);
		second = new MixedScaleHalf(parameters, "dwconv5x5_1", 1);
		bias = parameters.find("project_out.bias");
		final long dim = parameters.shape("project_out.weight").get(0);
		work = new PixelCost(HALO, 4 * dim + 6 * first.width(), macs(dim, first.width()));
	}

	/** x + MSFN(LN(x)); x: (N, H, W, C), used up. */
	NDArray addTo(final NDArray x, final Strips strips) {
		return strips.add(x, work, (strip, haloed) -> {
			try (NDArray normalised = norm.forward(haloed)) {
				final NDArray result = sum(first.forward(normalised, strip), second.forward(normalised, strip));
				return bias == null ? result : result.addi(bias);
			}
		});
	}

	/**
	 * Two halves of two parities: in, 3x3 and 5x5, both again with 3x3 or with 5x5, out to two outputs a parity pair.
	 */
	private static long macs(final long dim, final long width) {
		return 4 * width * (dim + 9 + 25) + 4 * width * (9 + 25) + 4 * width * dim;
	}

	long macs() {
		return work.macs();
	}
}
