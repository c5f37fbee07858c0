package org.drsformer.command.window;

import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.EnumLabels;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.PublishedModel;
import org.drsformer.model.Task;
import org.drsformer.network.configuration.Configuration;

import ij.measure.ResultsTable;

/**
 * A table of ImageJ with the installed models, followed by those that the authors publish and that are not installed.
 */
public final class ModelTable {

	private ModelTable() {
		// static functions only
	}

	public static ResultsTable of(final ModelLibrary library) {
		final ResultsTable table = new ResultsTable();
		for (final String name : library.names()) {
			add(table, name, "yes");
			describe(table, library, name);
		}
		for (final PublishedModel published : PublishedModel.all())
			if (!library.names().contains(published.name())) {
				add(table, published.name(), "no");
				addNetwork(table, published.task(), published.configuration());
				table.addValue("From", published.google().toString());
			}
		return table;
	}

	/** Every row has the same columns, as texts: an empty number would appear as 0. */
	private static void add(final ResultsTable table, final String name, final String installed) {
		final PublishedModel published = PublishedModel.byName(name).orElse(null);
		table.addRow();
		table.addValue("Model", name);
		table.addValue("Installed", installed);
		final PublishedModel.Score score = published == null ? null : published.score();
		table.addValue("Data set", published == null ? "" : published.title());
		table.addValue("Paper PSNR", score == null ? "" : String.format(Locale.ROOT, "%.2f", score.psnr()));
		table.addValue("Paper SSIM", score == null ? "" : String.format(Locale.ROOT, "%.4f", score.ssim()));
		table.addValue("Licence", published == null ? "" : PublishedModel.licence(published.architecture()));
	}

	private static void addNetwork(final ResultsTable table, final Task task, final Configuration network) {
		table.addValue("Task", EnumLabels.of(task));
		table.addValue("Architecture", network.architecture().title());
		table.addValue("Variant", network.variant());
		table.addValue("Network", network.describe());
	}

	/** A damaged file does not hide the other models. */
	private static void describe(final ResultsTable table, final ModelLibrary library, final String name) {
		try {
			final Model model = library.list(name);
			addNetwork(table, model.task(), model.configuration());
			table.addValue("From", model.location());
			table.addValue("SHA-256", model.sha256());
		}
		catch (final DrsformerException exc) {
			table.addValue("Variant", exc.getMessage());
		}
	}
}
