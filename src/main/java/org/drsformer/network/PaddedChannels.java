package org.drsformer.network;

import static org.drsformer.network.layer.Parameters.rows;
import static org.drsformer.network.strip.ArrayScope.resultOf;

import java.util.Arrays;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;

import ai.djl.ndarray.NDArray;

/**
 * The modules of a feed-forward network for some of its hidden channels. Their number is padded with channels of zeros
 * to a multiple of 8, since the fast kernels need one.
 */
final class PaddedChannels {

	private static final int LANES = 8;

	private PaddedChannels() {
		// static functions only
	}

	/**
	 * Returns first, first + step, ...: {@code count} channels, then -1 (zeros) up to the padded width.
	 *
	 * @param most the count that is padded, at least {@code count}
	 */
	static int[] of(final int first, final int step, final int count, final int most) {
		final int[] channels = new int[(most + LANES - 1) / LANES * LANES];
		Arrays.setAll(channels, i -> i < count ? first + i * step : -1);
		return channels;
	}

	/** Returns the part of {@code project_in} that makes these channels. */
	static Pointwise projectIn(final Parameters parameters, final int[] channels) {
		return new Pointwise(resultOf(() -> Pointwise.matrix(rows(parameters.get("project_in.weight"), channels))),
			resultOf(() -> rows(parameters.find("project_in.bias"), channels)));
	}

	/** Returns the depthwise convolution with this name, of these channels. */
	static Convolution depthwise(final Parameters parameters, final String name, final int[] channels) {
		return Convolution.depthwise(resultOf(() -> rows(parameters.get(name + ".weight"), channels)),
			resultOf(() -> rows(parameters.find(name + ".bias"), channels)));
	}

	/** Returns the weight of the part of {@code project_out} that reads these channels. */
	static NDArray projectOut(final Parameters parameters, final int[] channels) {
		return resultOf(
			() -> rows(Pointwise.matrix(parameters.get("project_out.weight")).transpose(), channels).transpose());
	}
}
