package org.drsformer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

/**
 * What a list of models tells about one of them. The file of the model is not read, since it may be large.
 *
 * @param name the name that users know it by
 * @param installed whether it can be used now; otherwise it must be downloaded and imported first
 * @param text what it was trained on and how large it is, without a period
 */
public record ModelSummary(String name, boolean installed, String text) {

	private static final Pattern PARAMETERS = Pattern.compile("([0-9,]+) parameters");
	private static final Pattern SOURCE = Pattern.compile("`.*?([^/\\\\`]+)`.*");
	private static final double MILLION = 1e6;

	static ModelSummary bundled() {
		final String card = ModelSource.bundled().card().orElse("");
		return new ModelSummary(ModelLibrary.BUNDLED, true,
			"free photographs with synthetic rain of all kinds" + size(card) + "; comes along");
	}

	static ModelSummary of(final PublishedModel model) {
		final String licence = PublishedModel.licence(model.architecture());
		return new ModelSummary(model.name(), false,
			model.title() + ", by the authors of " + model.architecture().title() +
				(licence.isEmpty() ? "" : ", " + licence) + "; " + parameters(model.configuration().parameterCount()) +
				"; not installed yet");
	}

	/** A card that cannot be read does not hide the other models. */
	static ModelSummary of(final Path file) {
		final String name = ModelName.stem(file);
		try {
			final Optional<String> card = new ModelCard(file).read();
			return new ModelSummary(name, true,
				card.map(ModelSummary::origin).orElse("put into the folder of models by hand") + size(card.orElse("")) +
					String.format(Locale.ROOT, ", %.1f MB", Files.size(file) / MILLION));
		}
		catch (final DrsformerException | IOException unreadable) {
			return new ModelSummary(name, true, "its card or file cannot be read");
		}
	}

	private static String origin(final String card) {
		return ModelCard.row(card, "trained on")
			.map(row -> row.replaceAll(": https?://\\S+", ""))
			.or(() -> ModelCard.row(card, "imported from")
				.map(row -> "imported from " + SOURCE.matcher(row).replaceFirst("$1")))
			.orElse("your own");
	}

	private static String size(final String card) {
		final Matcher count = PARAMETERS.matcher(ModelCard.row(card, "network").orElse(""));
		return count.find() ? "; " + parameters(Long.parseLong(count.group(1).replace(",", ""))) : "";
	}

	private static String parameters(final long count) {
		return String.format(Locale.ROOT, "%.1f million parameters", count / MILLION);
	}
}
