package org.drsformer.network.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Tensor;

/**
 * Everything that distinguishes one network from another; the names of the originals' options are in parentheses. The
 * four levels have dim, 2 dim, 4 dim and 8 dim channels; {@code decoder_level1} has 2 dim channels and the heads and
 * blocks of level 0.
 *
 * @param architecture the paper that it is built by
 * @param inputChannels the channels of the image, {@code inp_channels}
 * @param outputChannels the channels of the result, {@code out_channels}: as many, since the network adds the image to
 *        its output; only Restormer may have half as many, see {@link #dualPixel}
 * @param dim the channels of the first level, even
 * @param blocks the transformer blocks of each level, {@code num_blocks}, 4 numbers
 * @param heads the attention heads of each level, 4 numbers
 * @param expansion the hidden channels of the feed-forward part for each channel, {@code ffn_expansion_factor}
 * @param bias whether convolutions have biases
 * @param layerNorm the type of the layer normalisation, {@code LayerNorm_type}
 * @param mefc of DRSformer: whether it has the mixture of experts ({@code encoder_level0} and {@code refinement}), as
 *        published for Rain200H, DID and DDN, or not, as for Rain200L and SPA
 * @param refinement of Restormer: the transformer blocks after the decoder, {@code num_refinement_blocks}; else 0
 */
public record Configuration(Architecture architecture, int inputChannels, int outputChannels, int dim,
	List<Integer> blocks, List<Integer> heads, double expansion, boolean bias, LayerNormType layerNorm, boolean mefc,
	int refinement) {

	/** Whether the layer normalisation subtracts the mean and adds a bias. */
	public enum LayerNormType {
		WITH_BIAS, BIAS_FREE
	}

	/** The number of levels of the U: each has its own resolution. */
	public static final int LEVELS = 4;

	/** Limits far beyond what anybody trains (48 is published), so that no file can ask for a terabyte. */
	private static final int LARGEST_DIM = 1024;
	static final int MOST_BLOCKS = 100;
	private static final int MOST_CHANNELS = 64;
	/** The two views of a dual-pixel camera. */
	private static final int VIEWS = 2;
	private static final double LARGEST_EXPANSION = 64;

	/**
	 * @param architecture null counts as DRSformer: what earlier versions wrote does not name it
	 * @throws DrsformerException with one sentence if there cannot be such a network
	 */
	public Configuration {
		if (architecture == null)
			architecture = Architecture.DRSFORMER;
		blocks = List.copyOf(blocks);
		heads = List.copyOf(heads);
		final String title = architecture.title();
		require(inputChannels >= 1 && inputChannels <= MOST_CHANNELS, title,
			inputChannels + " image channels are not between 1 and " + MOST_CHANNELS);
		require(
			inputChannels == outputChannels
				|| architecture == Architecture.RESTORMER && inputChannels == VIEWS * outputChannels,
			title, "it adds an image of " + inputChannels + " channels to an output of " + outputChannels);
		require(dim >= 2 && dim <= LARGEST_DIM && dim % 2 == 0, title,
			"its dim " + dim + " is not an even number between 2 and " + LARGEST_DIM);
		require(blocks.size() == LEVELS && blocks.stream().allMatch(n -> n >= 1 && n <= MOST_BLOCKS), title,
			"its blocks " + blocks + " are not 4 numbers between 1 and " + MOST_BLOCKS);
		require(layerNorm != null, title, "its layer normalisation is of an unknown type");
		require(heads.size() == LEVELS, title, "its heads " + heads + " are not 4 numbers");
		for (int level = 0; level < LEVELS; level++)
			requireHeads(title, dim << level, heads.get(level));
		require(dim * expansion >= 1 && expansion <= LARGEST_EXPANSION, title,
			"its expansion factor " + expansion + " gives no hidden channels, or is above " + LARGEST_EXPANSION);
		require(!mefc || architecture == Architecture.DRSFORMER, title, "only DRSformer has a mixture of experts");
		require(refinement >= 0 && refinement <= (architecture == Architecture.RESTORMER ? MOST_BLOCKS : 0), title,
			"its refinement of " + refinement + " blocks is not between 0 and " + MOST_BLOCKS +
				", and only Restormer has one");
	}

	/** Makes the configuration of a DRSformer. */
	public Configuration(final int inputChannels, final int outputChannels, final int dim, final List<Integer> blocks,
		final List<Integer> heads, final double expansion, final boolean bias, final LayerNormType layerNorm,
		final boolean mefc)
	{
		this(Architecture.DRSFORMER, inputChannels, outputChannels, dim, blocks, heads, expansion, bias, layerNorm,
			mefc, 0);
	}

	private static void requireHeads(final String title, final int channels, final int heads) {
		require(heads >= 1 && channels % heads == 0 && channels / heads >= 2, title,
			channels + " channels cannot be divided among " + heads + " attention heads with 2 or more each");
	}

	private static void require(final boolean condition, final String title, final String otherwise) {
		if (!condition)
			throw new DrsformerException("There is no such " + title + ": " + otherwise + ".");
	}

	/**
	 * Returns the configuration that the names and shapes of a checkpoint's tensors show. All of them must fit it.
	 *
	 * @param source what the tensors come from, for the message if they do not fit
	 * @throws DrsformerException if this is not a checkpoint of such a network, with one sentence that names the first
	 *         tensors that are missing, unexpected or of another shape
	 */
	public static Configuration infer(final Map<String, Tensor> tensors, final String source) {
		return ConfigurationReader.read(tensors, source);
	}

	/**
	 * Returns whether the image is the two views of a dual-pixel camera, one after the other: Restormer's
	 * {@code dual_pixel_task}. The network does not add the image to its output then.
	 */
	public boolean dualPixel() {
		return inputChannels != outputChannels;
	}

	/** Returns the channels of a level, 0 (full resolution) to 3. */
	public int channels(final int level) {
		return dim << level;
	}

	/**
	 * Returns the hidden channels of the feed-forward part of a level, 0 to 3: h in the paper, which computes maps of
	 * 2h.
	 */
	public int hidden(final int level) {
		return (int) (channels(level) * expansion);
	}

	/** Returns the number of values in all tensors. */
	public long parameterCount() {
		return Layout.of(this).values().stream().mapToLong(Configuration::size).sum();
	}

	private static long size(final int[] shape) {
		long size = 1;
		for (final int axis : shape)
			size *= axis;
		return size;
	}

	/**
	 * Returns a text for people, such as
	 * {@code dim 48, blocks [4, 6, 6, 8], heads [1, 2, 4, 8], expansion 2.66, without MEFC}, or
	 * {@code Restormer, dim 48, blocks [4, 6, 6, 8], refinement 4, heads [1, 2, 4, 8], expansion 2.66, biasfree, gray}.
	 */
	public String describe() {
		final String sizes = "dim " + dim + ", blocks " + blocks;
		final String factors = ", heads " + heads + ", expansion " + expansion + ", ";
		if (architecture == Architecture.DRSFORMER)
			return sizes + factors + variant();
		return architecture.title() + ", " + sizes + ", refinement " + refinement + factors + variant();
	}

	/** Returns what distinguishes networks of equal sizes, such as {@code with MEFC} or {@code biasfree, gray}. */
	public String variant() {
		return architecture == Architecture.DRSFORMER ? (mefc ? "with" : "without") + " MEFC"
			: norm() + (dualPixel() ? ", dual pixel" : inputChannels == 1 ? ", gray" : "");
	}

	private String norm() {
		return layerNorm == LayerNormType.WITH_BIAS ? "withbias" : "biasfree";
	}

	/**
	 * Returns a text for people about how this configuration differs from another one, such as
	 * {@code channels 3, not 1; dim 16, not 8}; empty if they are equal.
	 */
	public String unlike(final Configuration other) {
		final Map<String, Function<Configuration, Object>> parts = new LinkedHashMap<>();
		parts.put("architecture", one -> one.architecture.title());
		parts.put("channels",
			one -> one.dualPixel() ? one.inputChannels + " to " + one.outputChannels : one.inputChannels);
		parts.put("dim", Configuration::dim);
		parts.put("blocks", Configuration::blocks);
		parts.put("heads", Configuration::heads);
		parts.put("expansion", Configuration::expansion);
		parts.put("bias", Configuration::bias);
		parts.put("norm", Configuration::norm);
		parts.put("mefc", Configuration::mefc);
		parts.put("refinement", Configuration::refinement);
		return parts.entrySet()
			.stream()
			.filter(part -> !part.getValue().apply(this).equals(part.getValue().apply(other)))
			.map(part -> part.getKey() + " " + part.getValue().apply(this) + ", not " + part.getValue().apply(other))
			.collect(Collectors.joining("; "));
	}
}
