package org.drsformer.cli.train;

import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.cli.option.NetworkOptions;
import org.drsformer.model.ModelLibrary;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;
import org.drsformer.train.Preset;
import org.drsformer.train.TrainingSettings;
import org.drsformer.train.recipe.Recipe;

import picocli.CommandLine.Option;

/** The options of {@link TrainCommand} about the network and its first weights. */
final class TrainNetwork {

	@Option(names = "--from", paramLabel = "MODEL",
		description = {
			"Starts from these weights: the name of a model, or the path of a .pth or .safetensors checkpoint. The" +
				" network has its size.",
			"Default: random weights." })
	private String from;

	@Option(names = "--preset", paramLabel = "PRESET",
		description = {
			"compact: the size of the bundled model; paper: the published size; restormer: the published Restormer." +
				" Each has its own recipe.",
			"Default: compact; with --from, the size of the checkpoint and a recipe to fine-tune." })
	private String preset;

	@Option(names = "--mefc", negatable = true,
		description = "With the mixture of experts, as published for Rain200H, DID and DDN, or without, as for" +
			" Rain200L and SPA.")
	private Boolean mefc;

	@Option(names = "--dim", paramLabel = "N", description = "Channels of the first level, even.")
	private Integer dim;

	@Option(names = "--blocks", split = ",", paramLabel = "N",
		description = "Transformer blocks of the 4 levels, such as 4,6,6,8.")
	private List<Integer> blocks;

	@Option(names = "--refinement", paramLabel = "N",
		description = "Of Restormer: transformer blocks after the decoder.")
	private Integer refinement;

	@Option(names = "--heads", split = ",", paramLabel = "N",
		description = "Attention heads of the 4 levels, such as 1,2,4,8.")
	private List<Integer> heads;

	@Option(names = "--expansion", paramLabel = "X",
		description = "Hidden channels of the feed-forward part for each channel.")
	private Double expansion;

	@Option(names = "--bias", negatable = true, description = "Convolutions with biases.")
	private Boolean bias;

	@Option(names = "--norm", paramLabel = "NORM", description = "Layer normalisation: withbias or biasfree.")
	private String norm;

	@Option(names = "--channels", paramLabel = "N", description = "Channels of the images: 3 for RGB, 1 for gray.")
	private Integer channels;

	/** Returns the settings of a training with this network, data and recipe. */
	TrainingSettings settings(final TrainData data, final TrainRecipe recipe) {
		if (from != null)
			NetworkOptions.given("--from", from);
		final Preset chosen = preset == null ? null : Preset.parse(preset);
		final Configuration base = chosen != null || from == null
			? (chosen == null ? Preset.COMPACT : chosen).configuration()
			: ModelLibrary.ofUser().find(from).configuration();
		final Recipe start = from != null && chosen == null ? Recipe.FINE_TUNING
			: (chosen == null ? Preset.COMPACT : chosen).recipe();
		return new TrainingSettings(changed(base), from, data.settings(from != null), recipe.change(start));
	}

	private Configuration changed(final Configuration base) {
		return new Configuration(base.architecture(), or(channels, base.inputChannels()),
			or(channels, base.outputChannels()), or(dim, base.dim()), or(blocks, base.blocks()),
			or(heads, base.heads()), or(expansion, base.expansion()), or(bias, base.bias()),
			norm == null ? base.layerNorm() : norm(norm), or(mefc, base.mefc()), or(refinement, base.refinement()));
	}

	private static <T> T or(final T value, final T otherwise) {
		return value == null ? otherwise : value;
	}

	private static LayerNormType norm(final String text) {
		return switch (text.strip().toLowerCase(Locale.ROOT)) {
			case "withbias" -> LayerNormType.WITH_BIAS;
			case "biasfree" -> LayerNormType.BIAS_FREE;
			default -> throw new DrsformerException(
				"The layer normalisation \"" + text + "\" is unknown; write withbias or biasfree.");
		};
	}
}
