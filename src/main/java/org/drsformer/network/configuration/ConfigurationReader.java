package org.drsformer.network.configuration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Tensor;

/**
 * Finds the {@link Configuration} of a checkpoint: each number follows from one tensor. Then it compares all tensors
 * with the {@link Layout} of that configuration. If a tensor is missing, it takes the number of the published network
 * instead, so that the message about a checkpoint of something else can name the tensors that are missing.
 */
final class ConfigurationReader {

	private static final List<String> LEVELS = List.of("encoder_level1", "encoder_level2", "encoder_level3", "latent");
	private static final List<Integer> PUBLISHED_BLOCKS = List.of(4, 6, 6, 8);
	private static final int PUBLISHED_DIM = 48;
	private static final double PUBLISHED_EXPANSION = 2.66;
	private static final int RGB = 3;
	private static final int PUBLISHED_REFINEMENT = 4;
	private static final int MOST_SHOWN = 5;
	private static final String KNOWN = "a DRSformer or Restormer";

	private final Map<String, Tensor> tensors;

	private ConfigurationReader(final Map<String, Tensor> tensors) {
		this.tensors = tensors;
	}

	static Configuration read(final Map<String, Tensor> tensors, final String source) {
		final ConfigurationReader reader = new ConfigurationReader(tensors);
		final Configuration configuration;
		try {
			configuration = reader.configuration();
		}
		catch (final DrsformerException e) {
			throw new DrsformerException("The checkpoint " + source + " is not a checkpoint of " + KNOWN + ". " +
				e.getMessage() + " Choose a checkpoint of " + KNOWN + ".", e);
		}
		reader.check(configuration, source);
		return configuration;
	}

	private Configuration configuration() {
		final Architecture architecture = architecture();
		final boolean restormer = architecture == Architecture.RESTORMER;
		final int channels = length("patch_embed.proj.weight", 1, RGB);
		final int dim = length("patch_embed.proj.weight", 0, PUBLISHED_DIM);
		final List<Integer> blocks = levels().map(level -> blocks(LEVELS.get(level), PUBLISHED_BLOCKS.get(level)))
			.boxed()
			.toList();
		final List<Integer> heads = levels().map(level -> length(first(level) + "attn.temperature", 0, 1 << level))
			.boxed()
			.toList();
		return new Configuration(architecture, channels, length("output.weight", 0, channels), dim, blocks, heads,
			expansion(dim, restormer ? 1 : 2), tensors.containsKey(first(0) + "attn.qkv.bias"), norm(),
			!restormer && hasAny("encoder_level0."), restormer ? blocks("refinement", PUBLISHED_REFINEMENT) : 0);
	}

	/** Returns the architecture of most blocks, so that a message can name the others. */
	private Architecture architecture() {
		return marks(Architecture.RESTORMER) > marks(Architecture.DRSFORMER) ? Architecture.RESTORMER
			: Architecture.DRSFORMER;
	}

	private long marks(final Architecture architecture) {
		return tensors.keySet().stream().filter(name -> name.endsWith("." + architecture.mark())).count();
	}

	private static IntStream levels() {
		return IntStream.range(0, Configuration.LEVELS);
	}

	private static String first(final int level) {
		return LEVELS.get(level) + ".0.";
	}

	/**
	 * Returns the length of one axis of a tensor; the other number if there is no such axis, or the tensor is empty.
	 */
	private int length(final String name, final int axis, final int otherwise) {
		final Tensor tensor = tensors.get(name);
		return tensor == null || tensor.shape().length <= axis || tensor.size() == 0 ? otherwise : tensor.shape()[axis];
	}

	/**
	 * Returns the number of blocks. Stops at one more than allowed, since a hostile file may have any number of names.
	 */
	private int blocks(final String stage, final int otherwise) {
		int count = 0;
		while (count <= Configuration.MOST_BLOCKS && hasAny(stage + "." + count + "."))
			count++;
		return count == 0 ? otherwise : count;
	}

	private boolean hasAny(final String prefix) {
		return tensors.keySet().stream().anyMatch(name -> name.startsWith(prefix));
	}

	/** @param paths how many maps of the hidden channels {@code ffn.project_out} takes side by side */
	private double expansion(final int dim, final int paths) {
		final int[] hidden = levels().map(level -> length(first(level) + "ffn.project_out.weight", 1, 0) / paths)
			.toArray();
		final double factor = Expansion.find(dim, hidden);
		return factor > 0 ? factor : PUBLISHED_EXPANSION;
	}

	private Configuration.LayerNormType norm() {
		final boolean other = tensors.containsKey(first(0) + "norm1.body.weight")
			&& !tensors.containsKey(first(0) + "norm1.body.bias");
		return other ? Configuration.LayerNormType.BIAS_FREE : Configuration.LayerNormType.WITH_BIAS;
	}

	private void check(final Configuration configuration, final String source) {
		final List<String> differences = differences(Layout.of(configuration));
		if (differences.isEmpty())
			return;
		final int more = differences.size() - MOST_SHOWN;
		throw new DrsformerException(
			"The checkpoint " + source + " does not hold " + KNOWN + " (compared with " + configuration.describe() +
				"): " + String.join(", ", differences.subList(0, Math.min(MOST_SHOWN, differences.size()))) +
				(more > 0 ? " and " + more + " more" : "") + "; choose a checkpoint of " + KNOWN + ".");
	}

	private List<String> differences(final Map<String, int[]> layout) {
		final List<String> differences = new ArrayList<>();
		layout.forEach((name, shape) -> {
			final Tensor tensor = tensors.get(name);
			if (tensor == null)
				differences.add(name + " is missing");
			else if (!Arrays.equals(tensor.shape(), shape))
				differences.add(name + " is " + tensor.shapeText() + " instead of " + Tensor.text(shape));
		});
		tensors.keySet()
			.stream()
			.filter(name -> !layout.containsKey(name))
			.forEach(name -> differences.add(name + " is unexpected"));
		return differences;
	}
}
