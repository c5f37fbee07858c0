package org.drsformer.network;

import static org.drsformer.network.layer.Parameters.rows;
import static org.drsformer.network.strip.ArrayScope.resultOf;

import java.util.Arrays;

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
 * Each half is computed by itself, so that nothing is cut in pieces. Widths are padded with channels of zeros to a
 * multiple of 8, since the fast kernels need one; gelu(0) * 0 is 0.
 */
final class GatedFeedForward implements Block {

	private static final int LANES = 8;
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
			return new Path(
				new Pointwise(resultOf(() -> Pointwise.matrix(rows(parameters.get("project_in.weight"), channels))),
					resultOf(() -> rows(parameters.find("project_in.bias"), channels))),
				Convolution.depthwise(resultOf(() -> rows(parameters.get("dwconv.weight"), channels)),
					resultOf(() -> rows(parameters.find("dwconv.bias"), channels))));
		}

		NDArray forward(final NDArray x) {
			try (NDArray wide = projectIn.forward(x)) {
				return depthwise.forward(wide);
			}
		}
	}

	GatedFeedForward(final Parameters parameters, final LayerNorm norm) {
		this.norm = norm;
		final int hidden = (int) parameters.shape("project_out.weight").get(1);
		gate = Path.of(parameters, channels(0, hidden));
		values = Path.of(parameters, channels(hidden, hidden));
		projectOut = new Pointwise(resultOf(
			() -> rows(Pointwise.of(parameters, "project_out").weight().transpose(), channels(0, hidden)).transpose()),
			parameters.find("project_out.bias"));
		final long dim = projectOut.weight().getShape().get(0);
		final long width = projectOut.weight().getShape().get(1);
		cost = new PixelCost(HALO, floats(dim, width), macs(dim, width));
	}

	/** Returns first, first + 1, ...: {@code count} channels, then -1 (zeros) up to the padded width. */
	private static int[] channels(final int first, final int count) {
		final int[] channels = new int[(count + LANES - 1) / LANES * LANES];
		Arrays.setAll(channels, i -> i < count ? first + i : -1);
		return channels;
	}

	/** Returns x + GDFN(LN(x)). */
	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		return strips.add(x, cost, (strip, haloed) -> {
			try (NDArray normalised = norm.forward(haloed);
				NDArray gated = strip.crop(Activations.gated(gate.forward(normalised), values.forward(normalised)))) {
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
