package org.drsformer.network;

import java.util.List;

import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/**
 * The U of four levels between {@code patch_embed} and {@code output}: three levels of an encoder, each half as high
 * and wide as the one before, the latent level, and the decoder with the skip connections.
 */
final class EncoderDecoder {

	private final List<Stage> encoder;
	private final List<Downsample> down;
	private final Stage latent;
	private final List<Merge> up;
	private final List<Stage> decoder;

	EncoderDecoder(final Configuration configuration, final Parameters parameters) {
		encoder = List.of(stage(configuration, parameters, "encoder_level1", 0),
			stage(configuration, parameters, "encoder_level2", 1),
			stage(configuration, parameters, "encoder_level3", 2));
		down = List.of(new Downsample(parameters.at("down1_2")), new Downsample(parameters.at("down2_3")),
			new Downsample(parameters.at("down3_4")));
		latent = stage(configuration, parameters, "latent", 3);
		up = List.of(Merge.concatenating(parameters.at("up2_1")),
			Merge.reducing(parameters.at("up3_2"), parameters, "reduce_chan_level2"),
			Merge.reducing(parameters.at("up4_3"), parameters, "reduce_chan_level3"));
		decoder = List.of(stage(configuration, parameters, "decoder_level1", 0),
			stage(configuration, parameters, "decoder_level2", 1),
			stage(configuration, parameters, "decoder_level3", 2));
	}

	private static Stage stage(final Configuration configuration, final Parameters parameters, final String name,
		final int level)
	{
		return new Stage(configuration.architecture(), parameters.at(name), configuration.blocks().get(level));
	}

	/**
	 * Returns the map of the decoder's first level, (N, H, W, 2C).
	 *
	 * @param embedded (N, H, W, C), consumed
	 */
	NDArray forward(final NDArray embedded, final Strips strips) {
		final NDArray[] skips = new NDArray[encoder.size()];
		NDArray x = embedded;
		for (int level = 0; level < skips.length; level++) {
			skips[level] = encoder.get(level).forward(x, strips);
			x = down.get(level).forward(skips[level], strips);
		}
		x = latent.forward(x, strips);
		for (int level = skips.length - 1; level >= 0; level--) {
			x = up.get(level).forward(x, skips[level], strips);
			x = decoder.get(level).forward(x, strips);
		}
		return x;
	}

	/** Returns the multiply-adds for each pixel of the first level. */
	double macs() {
		double macs = 0;
		double share = 1;
		for (int level = 0; level < encoder.size(); level++) {
			macs += share * (encoder.get(level).macs() + down.get(level).macs() + decoder.get(level).macs());
			share /= 4;
			macs += share * up.get(level).macs();
		}
		return macs + share * latent.macs();
	}
}
