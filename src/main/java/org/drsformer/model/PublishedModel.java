package org.drsformer.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.configuration.Configuration;

import com.google.gson.Gson;

/**
 * A checkpoint that the authors of DRSformer or Restormer publish. Data sets, variants and links are those in their
 * repositories; scores are those in Table 1 of the paper on DRSformer. The user downloads it from the authors' page,
 * and imports it with {@link ModelLibrary#importFile}.
 *
 * @param name the name that users know it by, such as {@code rain200h}
 * @param task what it takes away
 * @param title what it was trained on, as papers write it
 * @param network its variant
 * @param score the paper's score; null if no table of the paper on DRSformer has one
 * @param google its download page at Google Drive
 * @param baidu its download page at Baidu, with the password in the address; null for none
 */
public record PublishedModel(String name, Task task, String title, PublishedNetwork network, Score score, URI google,
	URI baidu) {

	/**
	 * A published score: means over the test images of the data set.
	 *
	 * @param protocol the protocol, such as {@code rain200-spa}
	 * @param psnr in dB
	 * @param ssim at most 1
	 */
	public record Score(String protocol, double psnr, double ssim) {
		// a row of a table
	}

	private static final String TABLE = "published-models.json";

	/** Returns all published models: those of DRSformer in the order of its paper, then those of Restormer. */
	public static List<PublishedModel> all() {
		// not CSV: update sites of Fiji bring other versions of that library
		try (Reader table = new InputStreamReader(PublishedModel.class.getResourceAsStream(TABLE),
			StandardCharsets.UTF_8)) {
			return List.of(new Gson().fromJson(table, PublishedModel[].class));
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Returns those of one architecture, in the same order. */
	public static List<PublishedModel> of(final Architecture architecture) {
		return all().stream().filter(model -> model.architecture() == architecture).toList();
	}

	/** Returns the published model with this name, if there is one. */
	public static Optional<PublishedModel> byName(final String name) {
		return all().stream().filter(model -> model.name().equals(name)).findAny();
	}

	/**
	 * Returns the published model that a downloaded file is by its name, such as rain200h for
	 * {@code DRSformer_Rain200H (1).pth}, or restormer-motion-deblur for {@code motion_deblurring.pth}, if there is
	 * one.
	 */
	public static Optional<PublishedModel> guess(final Path file) {
		final List<String> words = List.of(file.getFileName().toString().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
		return all().stream()
			.filter(model -> model.isNamedBy(words))
			.max(Comparator.comparingInt(model -> model.words().size()));
	}

	/** Restormer's files are called by their tasks, but the one for rain as any other for rain. */
	private boolean isNamedBy(final List<String> words) {
		final boolean restormer = architecture() == Architecture.RESTORMER;
		final boolean told = !restormer || task != Task.DERAIN || words.contains(architecture().label());
		return told && words().stream()
			.allMatch(own -> words.stream().anyMatch(word -> restormer ? word.startsWith(own) : word.equals(own)));
	}

	/** Returns the words of the name: those of Restormer without it, and as the names of its files begin. */
	private List<String> words() {
		return Stream.of(name.split("-"))
			.filter(word -> !word.equals(Architecture.RESTORMER.label()))
			.map(word -> word.equals("denoise") ? "denois" : word)
			.toList();
	}

	/** Returns the page of the authors of an architecture, where all of the links come from. */
	public static URI page(final Architecture architecture) {
		return URI.create(
			architecture == Architecture.DRSFORMER ? "https://github.com/cschenxiang/DRSformer#pre-trained-models"
				: "https://github.com/swz30/Restormer#demo");
	}

	/** Returns what the authors of an architecture allow, in a few words; empty if their page says nothing. */
	public static String licence(final Architecture architecture) {
		return architecture == Architecture.RESTORMER ? "non-commercial, download it yourself" : "";
	}

	public Architecture architecture() {
		return configuration().architecture();
	}

	/** Returns its network: that of the paper, in the variant of this model. */
	public Configuration configuration() {
		return network.configuration();
	}

	/** @throws DrsformerException with one sentence if a network has another variant or size than this model */
	void requireFits(final Configuration other, final String source) {
		if (other.equals(configuration()))
			return;
		final boolean told = !other.describe().equals(configuration().describe());
		throw new DrsformerException(
			"The checkpoint " + source + " is not the one published for " + title + ": it has " +
				(told ? other.describe() + ", but the published one has " + configuration().describe()
					: other.unlike(configuration())) +
				"; download that from " + google + ", or import this one under a name of your own.");
	}

	/** Returns the message for a user who asks for this model before it is imported. */
	String howToGet() {
		return "The model " + name + " is published by the authors but not installed; download it from " + google +
			" and import it under this name: in Fiji by Plugins > DRSformer > Models..., on the command line by" +
			" models import.";
	}
}
