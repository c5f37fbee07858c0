package org.drsformer.command;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.window.Display;
import org.drsformer.command.window.ModelTable;
import org.drsformer.command.window.Tables;
import org.drsformer.model.ModelCheck;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.PublishedModel;
import org.drsformer.network.configuration.Architecture;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/**
 * Lists the models, imports, verifies and removes checkpoints, and opens the download pages of the authors'
 * checkpoints.
 */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Models...") },
	attrs = @Attr(name = Hints.HELP, value = "models.md"))
public final class Models extends DrsformerCommand {

	private static final String IMPORT = "import";

	@Parameter
	private PlatformService platform;

	@Parameter(label = "Action", choices = { "list", IMPORT, "verify", "remove", "download" },
		description = "list shows the models; import adds a checkpoint file to them; verify computes the SHA-256" +
			" of one model, or of all, again; remove deletes a model; download opens the authors' page of a model" +
			" in the browser",
		persist = false)
	private String action = "list";

	@Parameter(label = "Model", required = false,
		description = "Name of the model, such as rain200h; for import the new name, or empty for the name of the file",
		persist = false, attrs = { @Attr(name = Hints.FIELD, value = Hints.LIBRARY),
			@Attr(name = Hints.ENABLED_IF, value = "action!=list") })
	private String model = "";

	@Parameter(label = "Checkpoint file", required = false, description = "The .pth or .safetensors file to import",
		autoFill = false, persist = false, attrs = { @Attr(name = Hints.FIELD, value = Hints.CHECKPOINT),
			@Attr(name = Hints.ENABLED_IF, value = "action=import") })
	private File file;

	@Parameter(label = "What was done", type = ItemIO.OUTPUT)
	private String done;

	@Parameter(label = "Models", type = ItemIO.OUTPUT)
	private ResultsTable models;

	@Override
	String task() {
		return "Models: " + action;
	}

	@Override
	void work(final Progress progress) {
		done = Display.line(act(ModelLibrary.ofUser()));
	}

	private String act(final ModelLibrary library) {
		return switch (action.strip().toLowerCase(Locale.ROOT)) {
			case "list" -> list(library);
			case IMPORT -> "The model " + library.importFile(checkpoint(), name()).name() + " has been imported.";
			case "verify" -> verify(library);
			case "remove" -> remove(library);
			case "download" -> download();
			default -> throw new DrsformerException(
				"There is no action \"" + action + "\"; use list, import, verify, remove or download.");
		};
	}

	private String name() {
		return model == null ? "" : model.strip();
	}

	private String neededName() {
		if (name().isEmpty())
			throw new DrsformerException(
				"Say which model to " + action + ": give its name as model, such as rain200h.");
		return name();
	}

	private Path checkpoint() {
		if (file == null || file.getPath().isBlank())
			throw new DrsformerException(
				"Say which checkpoint to import: give the path of its .pth or .safetensors file as file.");
		return file.toPath();
	}

	private String list(final ModelLibrary library) {
		models = Tables.show(ModelTable.of(library), "Models of DRSformer");
		return "The folder of your models is " + library.folder() + ".";
	}

	private String verify(final ModelLibrary library) {
		final StringBuilder sentences = new StringBuilder();
		boolean changed = false;
		for (final String one : name().isEmpty() ? library.names() : List.of(name())) {
			final ModelCheck check = library.verify(one);
			sentences.append(sentences.isEmpty() ? "" : "\n").append(check.sentence());
			changed |= check.changed();
		}
		if (changed)
			throw new DrsformerException(sentences.toString());
		return sentences.toString();
	}

	private String remove(final ModelLibrary library) {
		library.remove(neededName());
		return "The model " + name() + " has been removed.";
	}

	/** Opens the page and returns its address, for machines without a browser. */
	private String download() {
		final URI page = name().isEmpty() ? PublishedModel.page(Architecture.DRSFORMER)
			: PublishedModel.byName(name())
				.orElseThrow(() -> new DrsformerException(
					"The authors publish no model \"" + name() + "\"; name one of " + published() + "."))
				.google();
		if (!GraphicsEnvironment.isHeadless())
			open(page);
		return "Download from " + page + ", then import the file as a model.";
	}

	private static String published() {
		return String.join(", ", PublishedModel.all().stream().map(PublishedModel::name).toList());
	}

	private void open(final URI page) {
		try {
			platform.open(page.toURL());
		}
		catch (final IOException exc) {
			throw new DrsformerException("The browser does not open; download from " + page + " yourself.", exc);
		}
	}
}
