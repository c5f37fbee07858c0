package org.drsformer.network;

import static org.drsformer.network.layer.Activations.sum;

import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/**
 * Mixed-scale feed-forward network, MSFN, of DRSformer (figure 2c and equation 5 of its paper).
 * <p>
 * u = 1x1 x (C to 2h); a = relu(dw3x3 u), b = relu(dw5x5 u); each split into two halves; x1 = cat(a1, b1) through a 3x3
 * and x2 = cat(a2, b2) through a 5x5 convolution of h groups, two inputs each, and relu; 1x1 of cat(x1, x2) (2h to C).
 * The two halves never meet before the last sum, so each is computed by itself: see {@link MixedScaleHalf}.
 */
final class MixedScaleFeedForward implements Block {

	/** Two 5x5 after each other reach 2 + 2 pixels far. */
	private static final int HALO = 4;
	/** The weights of a channel in a depthwise 3x3 and a 5x5. */
	private static final int TAPS = 3 * 3 + 5 * 5;

	private final LayerNorm norm;
	private final MixedScaleHalf first;
	private final MixedScaleHalf second;
	private final NDArray bias;
	private final PixelCost cost;

	MixedScaleFeedForward(final Parameters parameters, final LayerNorm norm) {
		this.norm = norm;
		first = new MixedScaleHalf(parameters, "dwconv3x3_1", 0);
		second = new MixedScaleHalf(parameters, "dwconv5x5_1", 1);
		bias = parameters.find("project_out.bias");
		final long dim = parameters.shape("project_out.weight").get(0);
		cost = new PixelCost(HALO, floats(dim, first.width()), macs(dim, first.width()));
	}

	/** Returns x + MSFN(LN(x)). */
	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		return strips.add(x, cost, (strip, haloed) -> {
			try (NDArray normalised = norm.forward(haloed)) {
				final NDArray result = sum(first.forward(normalised, strip), second.forward(normalised, strip));
				return bias == null ? result : result.addi(bias);
			}
		});
	}

	/** Returns the floats that are alive in the middle of the second half, which are the most. */
	private static long floats(final long dim, final long width) {
		final long maps = 4; // x with its halo, LN(x), the result of the first half, and that of the strip before
		final long parities = 2; // the even and the odd channels of project_in
		final long scales = 2; // a and b
		final long depthwise = 2; // the result of a depthwise convolution, before and after relu
		return dim * maps + width * (parities + scales + depthwise);
	}

	private static long macs(final long dim, final long width) {
		final long channels = 2 * 2 * width; // two halves of two parities
		final long in = channels * dim;
		final long depthwise = channels * TAPS; // 3x3 to a, and 5x5 to b
		final long mixing = channels * TAPS; // a and b again, by 3x3 in the first half and by 5x5 in the second
		final long out = channels * dim; // two halves of a and b
		return in + depthwise + mixing + out;
	}

	@Override
	public long macs() {
		return cost.macs();
	}
}
