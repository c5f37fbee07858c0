package org.drsformer.model;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.network.Configuration;
import org.drsformer.network.Configuration.LayerNormType;

import com.google.gson.Gson;

/**
 * A checkpoint that the authors of DRSformer publish. Data sets, variants and links are those in the README of their
 * repository ("Training" and "Pre-trained Models"), scores are those in Table 1 of the paper. The user downloads it
 * from the authors' page, and imports it with {@link ModelLibrary#importFile}.
 *
 * @param name the name that users know it by, such as {@code rain200h}
 * @param title the data set that it was trained on, as papers write it
 * @param mefc whether it has the mixture of experts
 * @param protocol the protocol of its scores, such as {@code rain200-spa}
 * @param psnr the mean PSNR over the test images of its data set, in dB
 * @param ssim the mean SSIM over the test images of its data set, at most 1
 * @param google its download page at Google Drive
 * @param baidu its download page at Baidu, with the password in the address
 */
public record PublishedModel(String name, String title, boolean mefc, String protocol, double psnr, double ssim,
	URI google, URI baidu) {

	/** The authors' repository, where all of the links come from. */
	public static final URI AUTHORS = URI.create("https://github.com/cschenxiang/DRSformer#pre-trained-models");

	private static final String TABLE = "published-models.json";

	/** Returns all published models, in the order of the paper. */
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

	/** Returns the published model with this name, if there is one. */
	public static Optional<PublishedModel> byName(final String name) {
		return all().stream().filter(model -> model.name().equals(name)).findAny();
	}

	/**
	 * Returns the published model that a downloaded file is by its name, such as rain200h for
	 * {@code DRSformer_Rain200H (1).pth}, if there is one.
	 */
	public static Optional<PublishedModel> guess(final Path file) {
		final List<String> words = List.of(file.getFileName().toString().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
		return all().stream().filter(model -> words.contains(model.name())).findAny();
	}

	/** Returns its network: the network of the paper, in the variant of this model. */
	public Configuration configuration() {
		return new Configuration(3, 3, 48, List.of(4, 6, 6, 8), List.of(1, 2, 4, 8), 2.66, false,
			LayerNormType.WITH_BIAS, mefc);
	}

	/** @throws DrsformerException with one sentence if a network has another variant or size than this model */
	void requireFits(final Configuration other, final String source) {
		if (other.parameterCount() == configuration().parameterCount()
			&& other.describe().equals(configuration().describe()))
			return;
		throw new DrsformerException("The checkpoint " + source + " is not the one published for " + title +
			": it has " + other.describe() + ", but the published one has " + configuration().describe() +
			"; download that from " + google + ", or import this one under a name of your own.");
	}

	/** Returns the message for a user who asks for this model before it is imported. */
	String howToGet() {
		return "The model " + name + " is published by the authors but not installed; download it from " + google +
			" and import it under this name: in Fiji by Plugins > DRSformer > Models..., on the command line by models" +
			" import.";
	}
}
