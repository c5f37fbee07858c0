package org.drsformer.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.drsformer.model.TrainingNote;
import org.drsformer.train.data.DataSettings;
import org.drsformer.train.data.TrainingSet;
import org.drsformer.train.data.ValidationScore;
import org.drsformer.train.recipe.GradientSettings;
import org.drsformer.train.recipe.Recipe;

/** Tells data, recipe, steps and score of weights, for the card of the model that they may become. */
final class WeightsNote {

	private final TrainingSettings settings;
	private final TrainingSet images;
	private long scored = -1;
	private ValidationScore score;

	WeightsNote(final TrainingSettings settings, final TrainingSet images) {
		this.settings = settings;
		this.images = images;
	}

	/** Keeps the score of the weights after so many steps. */
	void validated(final long steps, final ValidationScore ofWeights) {
		scored = steps;
		score = ofWeights;
	}

	/**
	 * Returns the text about the weights after so many steps; with their score if they were the last to be validated.
	 */
	String text(final long steps) {
		final Recipe recipe = settings.recipe();
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("data", images.training().size() + " images: " + data(settings.data()));
		facts.put("start", settings.from() == null ? "random weights" : settings.from());
		facts.put("steps", steps + " of " + recipe.steps());
		facts.put("recipe", "crops " + recipe.patches() + gradient(recipe.gradient()) +
			String.format(Locale.ROOT, ", learning rate up to %.3g, seed %d", recipe.schedule().rate(), recipe.seed()));
		if (steps == scored)
			facts.put("score",
				String.format(Locale.ROOT,
					"PSNR-Y %.2f dB (before %.2f), SSIM-Y %.4f (before %.4f), on %d validation images (rain200-spa)",
					score.psnr(), score.rainyPsnr(), score.ssim(), score.rainySsim(), images.validation().size()));
		images.overlap().ifPresent(warning -> facts.put("warning", warning));
		return new TrainingNote(facts).text();
	}

	private static String data(final DataSettings data) {
		final List<String> parts = new ArrayList<>();
		if (!data.pairs().isEmpty())
			parts.add("pairs in " + names(data.pairs()));
		if (!data.clean().isEmpty())
			parts.add("clean images in " + names(data.clean()) + " with rain " + data.rain() + " added");
		if (data.keep() > 0)
			parts.add(String.format(Locale.ROOT, "%.0f %% of the crops in ordinary rain", 100 * data.keep()));
		if (data.range() != null)
			parts.add("values " + data.range().min() + ".." + data.range().max());
		return String.join("; ", parts);
	}

	private static String names(final List<Path> folders) {
		return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
	}

	private static String gradient(final GradientSettings gradient) {
		return (gradient.accumulate() == 1 ? "" : ", " + gradient.accumulate() + " batches a step") + ", loss " +
			gradient.loss().label() +
			(gradient.frozen().isEmpty() ? "" : ", frozen " + String.join(" ", gradient.frozen()));
	}
}
