package org.drsformer.network;

import java.util.List;
import java.util.Map;

import org.drsformer.Progress;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.Torch;
import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.ArrayScope;
import org.drsformer.network.strip.InferenceStrips;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.RecordingStrips;
import org.drsformer.network.strip.StripLimits;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * DRSformer (Chen, Li, Li, Pan: <i>Learning A Sparse Transformer Network for Effective Image Deraining</i>, CVPR 2023,
 * figure 2): a U-shaped network of four levels of sparse transformer blocks, in the published variant with a feature
 * compensator at both ends or in the one without.
 * <p>
 * Maps are (N, H, W, C), with the channels of a pixel next to each other in memory. The network is written once, in
 * strips of rows ({@link Strips}): a whole image is one strip, and no strip changes the result.
 * <p>
 * The arrays of the network belong to it, and {@link #close} frees them. Several threads may use one network.
 */
public final class Drsformer implements AutoCloseable {

	/** Height and width of an image have to be multiples of this, since the network halves them three times. */
	public static final int MULTIPLE = 8;

	private final Configuration configuration;
	private final NDManager manager;
	private final Convolution patchEmbed;
	private final FeatureCompensator compensator;
	private final List<Stage> encoder;
	private final List<Downsample> down;
	private final Stage latent;
	private final List<Merge> up;
	private final List<Stage> decoder;
	private final FeatureCompensator refinement;
	private final Convolution output;

	/** @param manager of the arrays that are made of the parameters; closed with the network */
	Drsformer(final Configuration configuration, final Parameters parameters, final NDManager manager) {
		this.configuration = configuration;
		this.manager = manager;
		patchEmbed = Convolution.dense(parameters.at("patch_embed"), "proj");
		compensator = compensator(parameters, "encoder_level0");
		encoder = List.of(stage(parameters, "encoder_level1", 0), stage(parameters, "encoder_level2", 1),
			stage(parameters, "encoder_level3", 2));
		down = List.of(new Downsample(parameters.at("down1_2")), new Downsample(parameters.at("down2_3")),
			new Downsample(parameters.at("down3_4")));
		latent = stage(parameters, "latent", 3);
		up = List.of(Merge.concatenating(parameters.at("up2_1")),
			Merge.reducing(parameters.at("up3_2"), parameters, "reduce_chan_level2"),
			Merge.reducing(parameters.at("up4_3"), parameters, "reduce_chan_level3"));
		decoder = List.of(stage(parameters, "decoder_level1", 0), stage(parameters, "decoder_level2", 1),
			stage(parameters, "decoder_level3", 2));
		refinement = compensator(parameters, "refinement");
		output = Convolution.dense(parameters, "output");
	}

	/**
	 * Returns a network for inference.
	 *
	 * @param tensors all parameters by their names in the checkpoint
	 * @param parent tells the device; frees the arrays of the network when it is closed, unless {@link #close} did
	 */
	public static Drsformer of(final Configuration configuration, final Map<String, Tensor> tensors,
		final NDManager parent)
	{
		return Torch.own(parent.newSubManager(),
			manager -> new Drsformer(configuration, Parameters.of(tensors, manager), manager));
	}

	/**
	 * Returns the same as {@link #forward}, so that gradients can be taken: the whole image is one strip, nothing is
	 * changed in place, and new modules are made from the parameters, in operations that gradients pass through.
	 *
	 * @param parameters all parameters by their names in the checkpoint; what is made of them belongs to their manager
	 * @param image (N, H, W, C) in 0..1; H and W are multiples of {@link #MULTIPLE}
	 * @return (N, H, W, C), not clamped
	 */
	public static NDArray record(final Configuration configuration, final Map<String, NDArray> parameters,
		final NDArray image)
	{
		return ArrayScope.resultOf(() -> new Drsformer(configuration, Parameters.of(parameters), image.getManager())
			.pass(image, new RecordingStrips()));
	}

	private FeatureCompensator compensator(final Parameters parameters, final String name) {
		return configuration.mefc() ? new FeatureCompensator(parameters.at(name)) : null;
	}

	private Stage stage(final Parameters parameters, final String name, final int level) {
		return new Stage(parameters.at(name), configuration.blocks().get(level));
	}

	public Configuration configuration() {
		return configuration;
	}

	/**
	 * Returns the image without rain.
	 *
	 * @param image (N, H, W, C) in 0..1; H and W are multiples of {@link #MULTIPLE}
	 * @param memory how many bytes the arrays of this call may take together, but at least {@link #leastMemory};
	 *        decides the size of the strips, which changes the result by no more than rounding
	 * @param threads how many strips are computed side by side; does not change the result
	 * @param progress is told after strips, and may cancel
	 * @return (N, H, W, C), not clamped; belongs to the manager of the image
	 */
	public NDArray forward(final NDArray image, final long memory, final int threads, final Progress progress) {
		final Shape shape = image.getShape();
		return InferenceStrips.run(StripLimits.of(memory - mapBytes(shape), threads), progress, macs(shape),
			strips -> forward(image, strips));
	}

	/** Leaves no array behind when it is cancelled or fails. */
	NDArray forward(final NDArray image, final Strips strips) {
		return ArrayScope.resultOf(() -> pass(image, strips));
	}

	private NDArray pass(final NDArray image, final Strips strips) {
		NDArray x = strips.map(image, PixelCost.of(patchEmbed),
			(strip, haloed) -> strip.crop(patchEmbed.forward(haloed)));
		if (compensator != null)
			x = compensator.forward(x, strips);
		final NDArray[] skips = new NDArray[encoder.size()];
		for (int level = 0; level < skips.length; level++) {
			skips[level] = encoder.get(level).forward(x, strips);
			x = down.get(level).forward(skips[level], strips);
		}
		x = latent.forward(x, strips);
		for (int level = skips.length - 1; level >= 0; level--) {
			x = up.get(level).forward(x, skips[level], strips);
			x = decoder.get(level).forward(x, strips);
		}
		if (refinement != null)
			x = refinement.forward(x, strips);
		return output(x, image, strips);
	}

	/** Returns the image plus the output of the network, which is the rain with the opposite sign; x is consumed. */
	private NDArray output(final NDArray x, final NDArray image, final Strips strips) {
		try (x) {
			return strips.map(x, PixelCost.of(output),
				(strip, haloed) -> Activations.sum(strip.crop(output.forward(haloed)), strip.of(image)));
		}
	}

	/** Returns how many bytes {@link #forward} takes at least, even if it is given less memory. */
	public long leastMemory(final int height, final int width) {
		final Shape shape = new Shape(1, height, width, configuration.inputChannels());
		return mapBytes(shape) + StripLimits.LEAST_BYTES;
	}

	/** Returns the most bytes of whole maps that are alive at once: when the decoder comes up to the first level. */
	private long mapBytes(final Shape image) {
		final long dim = configuration.dim();
		final long lower = dim / 2; // the 2 dim channels of the second level, which has a quarter of the pixels
		final long skip = dim;
		final long merged = 2 * dim;
		final long images = 2L * configuration.inputChannels(); // the image and the result
		return Float.BYTES * (lower + skip + merged + images) * image.get(0) * image.get(1) * image.get(2);
	}

	/** Returns the multiply-adds for an image of this shape. */
	private double macs(final Shape image) {
		double macs = patchEmbed.weight().size() + output.weight().size();
		if (configuration.mefc())
			macs += compensator.macs() + refinement.macs();
		double share = 1;
		for (int level = 0; level < encoder.size(); level++) {
			macs += share * (encoder.get(level).macs() + down.get(level).macs() + decoder.get(level).macs());
			share /= 4;
			macs += share * up.get(level).macs();
		}
		return (macs + share * latent.macs()) * image.get(0) * image.get(1) * image.get(2);
	}

	@Override
	public void close() {
		manager.close();
	}
}
