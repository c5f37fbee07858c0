package org.drsformer.network;

import static org.drsformer.network.PlainLayers.add;
import static org.drsformer.network.PlainLayers.alias;
import static org.drsformer.network.PlainLayers.chunk;
import static org.drsformer.network.PlainLayers.concatenate;
import static org.drsformer.network.PlainLayers.convolution;
import static org.drsformer.network.PlainLayers.convolve;
import static org.drsformer.network.PlainLayers.gelu;
import static org.drsformer.network.PlainLayers.relu;
import static org.drsformer.network.PlainLayers.use;

import org.drsformer.network.layer.Parameters;

import ai.djl.ndarray.NDArray;

/**
 * A transformer block as the papers write it: x + attention(LN(x)), then x + MSFN(LN(x)) or x + GDFN(LN(x)). Maps are
 * (N, C, H, W).
 */
final class PlainBlock {

	private static final double EPS = 1e-5;

	private final Parameters parameters;
	private final PlainAttention attention;

	PlainBlock(final Parameters parameters, final TopKGap gap) {
		this.parameters = parameters;
		attention = new PlainAttention(parameters.at("attn"), gap);
	}

	/** Returns the map after this part; x is consumed. */
	NDArray forward(final NDArray x) {
		final NDArray attended = add(alias(x), attention.forward(norm(x, "norm1")));
		x.close();
		return add(alias(attended), use(attended, a -> feedForward(norm(a, "norm2"))));
	}

	/** Returns x normalised over the channels of each pixel, which are moved to the last axis and back. */
	private NDArray norm(final NDArray x, final String name) {
		final Parameters norm = parameters.at(name).at("body");
		try (NDArray last = x.transpose(0, 2, 3, 1); NDArray normalised = normalise(last, norm)) {
			return normalised.transpose(0, 3, 1, 2);
		}
	}

	private static NDArray normalise(final NDArray x, final Parameters norm) {
		try (NDArray mean = x.mean(new int[] { -1 }, true);
			NDArray centred = x.sub(mean);
			NDArray variance = use(centred.square(), a -> a.mean(new int[] { -1 }, true));
			NDArray deviation = use(variance.add(EPS), NDArray::sqrt)) {
			if (norm.find("bias") == null)
				return use(x.div(deviation), a -> a.mul(norm.get("weight")));
			return use(use(centred.div(deviation), a -> a.mul(norm.get("weight"))), a -> a.add(norm.get("bias")));
		}
	}

	/** Returns the map after this part; x is consumed. */
	private NDArray feedForward(final NDArray x) {
		final Parameters ffn = parameters.at("ffn");
		if (ffn.find("dwconv.weight") != null)
			return gated(x, ffn);
		try (NDArray u = convolution(x, ffn, "project_in");
			NDArray a = relu(convolve(u, ffn, "dwconv3x3", 1));
			NDArray b = relu(convolve(u, ffn, "dwconv5x5", 1))) {
			final NDArray x1 = concatenate(1, chunk(a, 0, 2), chunk(b, 0, 2));
			final NDArray x2 = concatenate(1, chunk(a, 1, 2), chunk(b, 1, 2));
			return convolution(
				concatenate(1, relu(convolution(x1, ffn, "dwconv3x3_1")), relu(convolution(x2, ffn, "dwconv5x5_1"))),
				ffn, "project_out");
		}
	}

	private static NDArray gated(final NDArray x, final Parameters ffn) {
		try (NDArray u = convolution(convolution(x, ffn, "project_in"), ffn, "dwconv"); NDArray b = chunk(u, 1, 2)) {
			return convolution(use(gelu(chunk(u, 0, 2)), a -> a.mul(b)), ffn, "project_out");
		}
	}
}
