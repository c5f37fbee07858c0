package org.drsformer.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.network.Configuration;
import org.drsformer.network.Configuration.LayerNormType;
import org.drsformer.train.recipe.Recipe;

/** Networks that are trained from scratch, each with the recipe for it. */
public enum Preset {

	/** That of the bundled model. */
	COMPACT(network(16, List.of(1, 1, 1, 1), 2.0), Recipe.COMPACT),

	/** The published one; with or without the mixture of experts. */
	PAPER(network(48, List.of(4, 6, 6, 8), 2.66), Recipe.PAPER);

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

	/** For RGB, without the mixture of experts. */
	public Configuration configuration() {
		return configuration;
	}

	public Recipe recipe() {
		return recipe;
	}

	/** As users write it: {@code compact} or {@code paper}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** All labels. */
	public static List<String> labels() {
		return Arrays.stream(values()).map(Preset::label).toList();
	}

	/** @throws DrsformerException if there is no such preset */
	public static Preset parse(final String text) {
		return Arrays.stream(values())
			.filter(preset -> preset.label().equalsIgnoreCase(text.strip()))
			.findFirst()
			.orElseThrow(() -> new DrsformerException(
				"There is no preset \"" + text + "\"; choose one of " + String.join(", ", labels()) + "."));
	}
}
