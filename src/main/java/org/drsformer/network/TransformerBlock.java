package org.drsformer.network;

import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.layer.LayerNorm;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/**
 * A transformer block: x + attention(LN(x)), then x + feed-forward(LN(x)). In DRSformer (STB, figure 2a and equation 1
 * of its paper) these are TKSA and MSFN, in Restormer (figure 2 of its paper) MDTA and GDFN.
 */
final class TransformerBlock implements Block {

	private final Block attention;
	private final Block feedForward;

	TransformerBlock(final Architecture architecture, final Parameters parameters) {
		attention = new ChannelAttention(architecture, parameters.at("attn"), LayerNorm.of(parameters.at("norm1")));
		final LayerNorm norm = LayerNorm.of(parameters.at("norm2"));
		feedForward = architecture == Architecture.RESTORMER ? new GatedFeedForward(parameters.at("ffn"), norm)
			: new MixedScaleFeedForward(parameters.at("ffn"), norm);
	}

	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		return feedForward.forward(attention.forward(x, strips), strips);
	}

	@Override
	public long macs() {
		return attention.macs() + feedForward.macs();
	}
}
