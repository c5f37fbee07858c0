package org.drsformer.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.io.WholeFile;

/**
 * The text about a model in the library, in Markdown, in a file next to the model such as {@code rain200h.md}. The user
 * may add to it.
 *
 * @param model the file of the model
 */
record ModelCard(Path model) {

	Path file() {
		return model.resolveSibling(ModelName.stem(model) + ".md");
	}

	/** Returns the text; nothing if there is no card. */
	Optional<String> read() {
		if (!Files.isRegularFile(file()))
			return Optional.empty();
		try {
			return Optional.of(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8));
		}
		catch (final NoSuchFileException removed) {
			return Optional.empty();
		}
		catch (final IOException failure) {
			throw new DrsformerException("The card " + file() + " cannot be read; check that you may read it.",
				failure);
		}
	}

	void write(final Model imported, final Path source) {
		WholeFile.write(file(), out -> out.write(text(imported, source).getBytes(StandardCharsets.UTF_8)));
	}

	private String text(final Model imported, final Path source) {
		final String name = ModelName.stem(model);
		return "# " + name + "\n\n| | |\n|---|---|\n" + //
			line("imported from",
				"`" + source.toAbsolutePath().normalize() + "`, " + Instant.now().truncatedTo(ChronoUnit.SECONDS)) + //
			line("SHA-256", "`" + imported.sha256() + "`") + //
			line("task", imported.task().result() + " images") + //
			line("network",
				imported.configuration().describe() +
					String.format(Locale.ROOT, "; %,d parameters", imported.parameterCount())) + //
			PublishedModel.byName(name).map(ModelCard::published).orElse("") + //
			TrainingNote.read(source).map(ModelCard::training).orElse("");
	}

	private static String training(final TrainingNote note) {
		final StringBuilder rows = new StringBuilder();
		note.facts().forEach((name, fact) -> rows.append(line(name, fact)));
		return rows.toString();
	}

	private static String published(final PublishedModel model) {
		final String licence = PublishedModel.licence(model.architecture());
		return line("trained on",
			model.title() + ", by the authors of " + model.architecture().title() + ": " + model.google()) + //
			(licence.isEmpty() ? "" : line("licence", licence)) + //
			(model.score() == null ? "" : score(model.score()));
	}

	private static String score(final PublishedModel.Score score) {
		return line("the paper's score", String.format(Locale.ROOT,
			"PSNR %.2f dB, SSIM %.4f on its test images (protocol %s)", score.psnr(), score.ssim(), score.protocol()));
	}

	/** Returns what a card says in the row with this key. */
	static Optional<String> row(final String card, final String key) {
		return card.lines()
			.filter(line -> line.startsWith("| " + key + " |") && line.endsWith("|"))
			.findFirst()
			.map(line -> line.substring(key.length() + 4, line.length() - 1).strip());
	}

	private static String line(final String key, final String value) {
		return "| " + key + " | " + value + " |\n";
	}
}
