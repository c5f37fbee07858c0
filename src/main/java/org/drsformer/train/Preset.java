package org.drsformer.train;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.EnumLabels;
import org.drsformer.model.PublishedNetwork;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;
import org.drsformer.train.recipe.Recipe;

/** The networks that can be trained from scratch, each with its recipe. */
public enum Preset {

	/** The network of the bundled model. */
	COMPACT(network(16, List.of(1, 2, 2, 2), 2.0), Recipe.COMPACT),

	/** The published DRSformer, with or without the mixture of experts. */
	PAPER(network(48, List.of(4, 6, 6, 8), 2.66), Recipe.PAPER),
	/** The published Restormer. */
	RESTORMER(PublishedNetwork.RESTORMER.configuration(), Recipe.RESTORMER);

	private final Configuration configuration;
	private final Recipe recipe;

	Preset(final Configuration configuration, final Recipe recipe) {
		this.configuration = configuration;
		this.recipe = recipe;
	}

	private static Configuration network(final int dim, final List<Integer> blocks, final double expansion) {
		return new Configuration(3, 3, dim, blocks, List.of(1, 2, 4, 8), expansion, false, LayerNormType.WITH_BIAS,
			false);
	}

	/** Returns the network, for RGB and without the mixture of experts. */
	public Configuration configuration() {
		return configuration;
	}

	/** Returns how the network is trained. */
	public Recipe recipe() {
		return recipe;
	}

	/** Returns the label as users write it: {@code compact}, {@code paper} or {@code restormer}. */
	public String label() {
		return EnumLabels.of(this);
	}

	/** @throws DrsformerException if there is no such preset */
	public static Preset parse(final String text) {
		return EnumLabels.parse(Preset.class, "preset", text);
	}
}
