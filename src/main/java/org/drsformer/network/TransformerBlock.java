package org.drsformer.network;

import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/** Sparse transformer block, STB (figure 2a and equation 1 of the paper): x + TKSA(LN(x)), then x + MSFN(LN(x)). */
final class TransformerBlock {

	private final TopKSparseAttention attention;
	private final MixedScaleFeedForward feedForward;

	TransformerBlock(final Parameters parameters) {
		attention = new TopKSparseAttention(parameters.at("attn"), LayerNorm.of(parameters.at("norm1")));
		feedForward = new MixedScaleFeedForward(parameters.at("ffn"), LayerNorm.of(parameters.at("norm2")));
	}

	/** Returns the map after the block, (N, H, W, C) like x, which is consumed. */
	NDArray forward(final NDArray x, final Strips strips) {
		return feedForward.addTo(attention.addTo(x, strips), strips);
	}

	/** Returns the multiply-adds for each pixel. */
	long macs() {
		return attention.macs() + feedForward.macs();
	}
}
