package org.drsformer.network;

import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/**
 * Gated feed-forward network of Restormer, GDFN (section 3.2 of its paper): x + 1x1(gelu(a) * b), where a and b are the
 * halves of dw3x3(1x1(LN(x))), h channels each.
 * <p>
 * Each half is computed by itself, so that nothing is cut in pieces. Their width is padded (see
 * {@link PaddedChannels}); gelu(0) * 0 is 0.
 */
final class GatedFeedForward implements Block {

	private static final int HALO = 1;
	private static final int TAPS = 3 * 3;

	private final LayerNorm norm;
	private final Path gate;
	private final Path values;
	private final Pointwise projectOut;
	private final PixelCost cost;

	/** One half: a 1x1, then a depthwise 3x3. */
	private record Path(Pointwise projectIn, Convolution depthwise) {

		/** @param channels of the hidden ones, or -1 for zeros */
		static Path of(final Parameters parameters, final int[] channels) {
			return new Path(PaddedChannels.projectIn(parameters, channels),
				PaddedChannels.depthwise(parameters, "dwconv", channels));
		}

		NDArray forward(final NDArray x) {
			try (NDArray wide = projectIn.forward(x)) {
				return depthwise.forward(wide);
			}
		}

		NDArray forwardGelu(final NDArray x) {
			try (NDArray wide = projectIn.forward(x)) {
				return depthwise.forwardGelu(wide);
			}
		}
	}

	GatedFeedForward(final Parameters parameters, final LayerNorm norm) {
		this.norm = norm;
		final int hidden = (int) parameters.shape("project_out.weight").get(1);
		final int[] channels = PaddedChannels.of(0, 1, hidden, hidden);
		gate = Path.of(parameters, channels);
		values = Path.of(parameters, PaddedChannels.of(hidden, 1, hidden, hidden));
		projectOut = new Pointwise(PaddedChannels.projectOut(parameters, channels),
			parameters.find("project_out.bias"));
		final long dim = projectOut.weight().getShape().get(0);
		final long width = projectOut.weight().getShape().get(1);
		cost = new PixelCost(HALO, floats(dim, width), macs(dim, width));
	}

	/** Returns x + GDFN(LN(x)). */
	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		return strips.add(x, cost, (strip, haloed) -> {
			try (NDArray normalised = norm.forward(haloed);
				NDArray gated = strip
					.crop(Activations.product(gate.forwardGelu(normalised), values.forward(normalised)))) {
				return projectOut.forward(gated);
			}
		});
	}

	private static long floats(final long dim, final long width) {
		final long maps = 4; // x with its halo, LN(x), the result, and that of the strip before
		final long halves = 2; // a, and b before or after the depthwise convolution
		final long activated = 2; // b before the depthwise convolution; then gelu(a), and its product with b
		return dim * maps + width * (halves + activated);
	}

	private static long macs(final long dim, final long width) {
		final long in = 2 * width * dim;
		final long depthwise = 2 * width * TAPS;
		final long out = width * dim;
		return in + depthwise + out;
	}

	@Override
	public long macs() {
		return cost.macs();
	}
}
