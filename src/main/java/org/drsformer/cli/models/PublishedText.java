package org.drsformer.cli.models;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.drsformer.cli.console.ScoreText;
import org.drsformer.cli.console.TextTable;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.PublishedModel;

/** Describes the checkpoints that the authors publish. */
final class PublishedText {

	private PublishedText() {
		// static functions only
	}

	/** Prints a table of all of them. */
	static void list(final ModelLibrary library, final PrintWriter out) {
		final List<String> installed = library.names();
		out.println(
			"Published by the authors of DRSformer, with the paper's scores (see models NAME for download links):");
		final TextTable table = new TextTable("name", "data set", "MEFC", "PSNR", "SSIM", "protocol", "installed");
		for (final PublishedModel model : PublishedModel.all())
			table.add(model.name(), model.title(), model.mefc() ? "with" : "without", ScoreText.psnr(model.psnr()),
				ScoreText.ssim(model.ssim()), model.protocol(), installed.contains(model.name()) ? "yes" : "no");
		table.print(out);
		out.println("All links: " + PublishedModel.AUTHORS);
	}

	/** Describes one of them, and says how to get it. */
	static void describe(final PublishedModel model, final PrintWriter out) {
		out.printf(Locale.ROOT, "%n%s: the authors' checkpoint for %s%n", model.name(), model.title());
		out.printf(Locale.ROOT, "  %s, %,d parameters%n", model.configuration().describe(),
			model.configuration().parameterCount());
		out.printf(Locale.ROOT, "  PSNR %s dB, SSIM %s in the paper (protocol %s)%n", ScoreText.psnr(model.psnr()),
			ScoreText.ssim(model.ssim()), model.protocol());
		out.printf(Locale.ROOT, "  Google Drive: %s%n  Baidu Cloud:  %s%n", model.google(), model.baidu());
		out.printf(Locale.ROOT, "  After the download: models import FILE --as %s%n", model.name());
	}
}
