package org.drsformer.cli.models;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.drsformer.EnumLabels;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.PublishedModel;
import org.drsformer.network.configuration.Architecture;

/** Describes the checkpoints that the authors of the networks publish. */
final class PublishedText {

	private PublishedText() {
		// static functions only
	}

	/** Prints a table of all of them for each architecture. */
	static void list(final ModelLibrary library, final PrintWriter out) {
		final List<String> installed = library.names();
		out.println(
			"Published by the authors of DRSformer, with the paper's scores (see models NAME for download links):");
		final TextTable table = new TextTable("name", "data set", "MEFC", "PSNR", "SSIM", "protocol", "installed");
		for (final PublishedModel model : PublishedModel.of(Architecture.DRSFORMER))
			table.add(model.name(), model.title(), model.configuration().mefc() ? "with" : "without",
				ScoreText.psnr(model.score().psnr()), ScoreText.ssim(model.score().ssim()), model.score().protocol(),
				installed.contains(model.name()) ? "yes" : "no");
		table.print(out);
		out.println("All links: " + PublishedModel.page(Architecture.DRSFORMER));
		listRestormer(installed, out);
	}

	private static void listRestormer(final List<String> installed, final PrintWriter out) {
		out.printf(Locale.ROOT, "%nPublished by the authors of Restormer (%s):%n",
			PublishedModel.licence(Architecture.RESTORMER));
		final TextTable table = new TextTable("name", "task", "trained on", "network", "installed");
		for (final PublishedModel model : PublishedModel.of(Architecture.RESTORMER))
			table.add(model.name(), EnumLabels.of(model.task()), model.title(), model.configuration().variant(),
				installed.contains(model.name()) ? "yes" : "no");
		table.print(out);
		out.println("All links: " + PublishedModel.page(Architecture.RESTORMER));
	}

	/** Describes one of them, and says how to get it. */
	static void describe(final PublishedModel model, final PrintWriter out) {
		final String licence = PublishedModel.licence(model.architecture());
		out.printf(Locale.ROOT, "%n%s: the checkpoint of the authors of %s for %s (%s)%n", model.name(),
			model.architecture().title(), model.title(), EnumLabels.of(model.task()));
		out.printf(Locale.ROOT, "  %s, %,d parameters%n", model.configuration().describe(),
			model.configuration().parameterCount());
		if (model.score() != null)
			out.printf(Locale.ROOT, "  PSNR %s dB, SSIM %s in the paper (protocol %s)%n",
				ScoreText.psnr(model.score().psnr()), ScoreText.ssim(model.score().ssim()), model.score().protocol());
		if (!licence.isEmpty())
			out.printf(Locale.ROOT, "  Licence: %s%n", licence);
		out.printf(Locale.ROOT, "  Authors: %s%n  Google Drive: %s%n", PublishedModel.page(model.architecture()),
			model.google());
		if (model.baidu() != null)
			out.printf(Locale.ROOT, "  Baidu Cloud:  %s%n", model.baidu());
		out.printf(Locale.ROOT, "  After the download: models import FILE --as %s%n", model.name());
	}
}
