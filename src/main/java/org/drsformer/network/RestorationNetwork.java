package org.drsformer.network;

import java.util.Map;

import org.drsformer.Progress;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.Torch;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.LoadedWeights;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
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
 * A network that restores images: DRSformer (Chen, Li, Li, Pan: <i>Learning A Sparse Transformer Network for Effective
 * Image Deraining</i>, CVPR 2023, figure 2), or Restormer, which it is built on (Zamir, Arora, Khan, Hayat, Khan, Yang:
 * <i>Restormer: Efficient Transformer for High-Resolution Image Restoration</i>, CVPR 2022, figure 2).
 * <p>
 * Both are an {@link EncoderDecoder} of transformer blocks. DRSformer may have a feature compensator before and after
 * it; Restormer has more transformer blocks after it, and a skip connection from the embedding if it takes the two
 * views of a dual-pixel camera.
 * <p>
 * Maps are (N, H, W, C), with the channels of a pixel next to each other in memory. The network is written once, in
 * strips of rows ({@link Strips}): a whole image is one strip, and no strip changes the result.
 * <p>
 * The arrays of the network belong to it, and {@link #close} frees them. Several threads may use one network.
 */
public final class RestorationNetwork implements AutoCloseable {

	/** Height and width of an image have to be multiples of this, since the network halves them three times. */
	public static final int MULTIPLE = 8;

	/**
	 * The weights that stay while a module rearranges them: a transformer block of the published size has 4 million.
	 */
	private static final long KEPT_WEIGHTS = 4L << 20;

	private final Configuration configuration;
	private final NDManager manager;
	private final Convolution patchEmbed;
	private final Block before;
	private final EncoderDecoder levels;
	private final Block refinement;
	/** 1x1 from the embedding to the refined map; null unless the image is the views of a dual-pixel camera. */
	private final Pointwise skip;
	private final Convolution output;

	/** @param manager of the arrays that are made of the parameters; closed with the network */
	RestorationNetwork(final Configuration configuration, final Parameters parameters, final NDManager manager) {
		this.configuration = configuration;
		this.manager = manager;
		patchEmbed = Convolution.dense(parameters.at("patch_embed"), "proj");
		before = end(parameters.at("encoder_level0"), 0);
		levels = new EncoderDecoder(configuration, parameters);
		refinement = end(parameters.at("refinement"), configuration.refinement());
		skip = configuration.dualPixel() ? Pointwise.of(parameters, "skip_conv") : null;
		output = Convolution.dense(parameters, "output");
	}

	/** @param count the number of transformer blocks, if there is no feature compensator */
	private Block end(final Parameters parameters, final int count) {
		return configuration.mefc() ? new FeatureCompensator(parameters)
			: new Stage(configuration.architecture(), parameters, count);
	}

	/**
	 * Returns a network for inference.
	 *
	 * @param tensors all parameters by their names in the checkpoint
	 * @param parent tells the device; frees the arrays of the network when it is closed, unless {@link #close} did
	 */
	public static RestorationNetwork of(final Configuration configuration, final Map<String, Tensor> tensors,
		final NDManager parent)
	{
		return Torch.own(parent.newSubManager(), manager -> {
			try (LoadedWeights weights = new LoadedWeights(tensors, manager, KEPT_WEIGHTS)) {
				return new RestorationNetwork(configuration, Parameters.of(weights), manager);
			}
		});
	}

	/**
	 * Returns the same as {@link #forward}, so that gradients can be taken: the whole image is one strip, nothing is
	 * changed in place, and new modules are made from the parameters, in operations that gradients pass through.
	 *
	 * @param parameters all parameters by their names in the checkpoint; what is made of them belongs to their manager
	 * @param image (N, H, W, C) in 0..1; H and W are multiples of {@link #MULTIPLE}
	 * @return (N, H, W, output channels), not clamped
	 */
	public static NDArray record(final Configuration configuration, final Map<String, NDArray> parameters,
		final NDArray image)
	{
		return ArrayScope
			.resultOf(() -> new RestorationNetwork(configuration, Parameters.of(parameters), image.getManager())
				.pass(image, new RecordingStrips()));
	}

	public Configuration configuration() {
		return configuration;
	}

	/**
	 * Returns the restored image, such as the one without rain.
	 *
	 * @param image (N, H, W, C) in 0..1; H and W are multiples of {@link #MULTIPLE}
	 * @param memory how many bytes the arrays of this call may take together, but at least {@link #leastMemory};
	 *        decides the size of the strips, which changes the result by no more than rounding
	 * @param threads how many strips are computed side by side, at least 1; one on a GPU, which does one thing after
	 *        the other. Does not change the result
	 * @param progress is told after strips, and may cancel
	 * @return (N, H, W, output channels), not clamped; belongs to the manager of the image
	 */
	public NDArray forward(final NDArray image, final long memory, final int threads, final Progress progress) {
		final Shape shape = image.getShape();
		final int sideBySide = image.getDevice().isGpu() ? 1 : threads;
		return InferenceStrips.run(StripLimits.of(memory - mapBytes(shape), sideBySide), progress, macs(shape),
			strips -> forward(image, strips));
	}

	/** Leaves no array behind when it is cancelled or fails. */
	NDArray forward(final NDArray image, final Strips strips) {
		return ArrayScope.resultOf(() -> pass(image, strips));
	}

	private NDArray pass(final NDArray image, final Strips strips) {
		final NDArray embedded = before.forward(embed(image, strips), strips);
		final NDArray refined = refinement.forward(levels.forward(embedded, strips), strips);
		return skip == null ? output(refined, image, strips) : outputOfViews(refined, image, strips);
	}

	private NDArray embed(final NDArray image, final Strips strips) {
		return strips.map(image, PixelCost.of(patchEmbed), (strip, haloed) -> strip.crop(patchEmbed.forward(haloed)));
	}

	/** Returns the image plus the output of the network, which is what is wrong with it, negated; x is consumed. */
	private NDArray output(final NDArray x, final NDArray image, final Strips strips) {
		try (x) {
			return strips.map(x, PixelCost.of(output),
				(strip, haloed) -> Activations.sum(strip.crop(output.forward(haloed)), strip.of(image)));
		}
	}

	/**
	 * Returns the output for two views. They are embedded anew, which costs less than to keep their map; x is consumed.
	 */
	private NDArray outputOfViews(final NDArray x, final NDArray image, final Strips strips) {
		try (NDArray embedded = embed(image, strips);
			NDArray sum = strips.add(x, PixelCost.of(skip), (strip, haloed) -> skip.forward(strip.of(embedded)))) {
			return strips.map(sum, PixelCost.of(output), (strip, haloed) -> strip.crop(output.forward(haloed)));
		}
	}

	/** Returns how many bytes {@link #forward} takes at least, even if it is given less memory. */
	public long leastMemory(final int height, final int width) {
		final Shape shape = new Shape(1, height, width, configuration.inputChannels());
		return mapBytes(shape) + StripLimits.LEAST_BYTES;
	}

	/** Returns how many bytes {@link #forward} takes at most with one thread, if it is given this memory. */
	public long mostMemory(final int height, final int width, final long memory) {
		final long maps = mapBytes(new Shape(1, height, width, configuration.inputChannels()));
		final StripLimits limits = StripLimits.of(memory - maps, 1);
		// a cached map is never larger than all maps
		return maps + limits.bytes() + Math.min(limits.cacheBytes(), maps);
	}

	/** Returns the most bytes of whole maps that are alive at once: when the decoder comes up to the first level. */
	private long mapBytes(final Shape image) {
		final long dim = configuration.dim();
		final long lower = dim / 2; // the 2 dim channels of the second level, which has a quarter of the pixels
		final long skip = dim;
		final long merged = 2 * dim;
		final long images = configuration.inputChannels() + configuration.outputChannels(); // the image and the result
		return Float.BYTES * (lower + skip + merged + images) * image.get(0) * image.get(1) * image.get(2);
	}

	/** Returns the multiply-adds for an image of this shape. */
	private double macs(final Shape image) {
		final double views = skip == null ? 0 : patchEmbed.weight().size() + skip.weight().size();
		final double ends = patchEmbed.weight().size() + before.macs() + refinement.macs() + output.weight().size();
		return (ends + views + levels.macs()) * image.get(0) * image.get(1) * image.get(2);
	}

	@Override
	public void close() {
		manager.close();
	}
}
