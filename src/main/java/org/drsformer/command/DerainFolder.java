package org.drsformer.command;

import java.io.File;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.batch.BatchSummary;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.OutputNames;
import org.drsformer.batch.settings.Overwrite;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.window.Display;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Derains the image files of a folder into another folder. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Derain Folder...") },
	attrs = @Attr(name = Hints.HELP, value = "fiji.md#derain-a-folder"))
public final class DerainFolder extends DerainingCommand {

	@Parameter(label = "Input folder", style = FileWidget.DIRECTORY_STYLE,
		description = "The images directly inside of this folder are derained", persist = false,
		attrs = @Attr(name = DrsformerCommandInfo.FIRST))
	private File input;

	@Parameter(label = "Output folder", style = FileWidget.DIRECTORY_STYLE,
		description = "The results go here, with the names of the inputs; made if missing", persist = false,
		attrs = @Attr(name = DrsformerCommandInfo.FIRST))
	private File output;

	@Parameter(label = "With subfolders",
		description = "Also derains the images in subfolders; the results have the same tree", persist = false)
	private boolean recursive;

	@Parameter(label = "Keep endings",
		description = "Results in another format keep the ending of the input in their names: cat.jpg becomes" +
			" cat.jpg.png, beside cat.png",
		persist = false)
	private boolean keepending;

	@Parameter(label = "Overwrite",
		description = "What happens to results that exist: if-changed keeps those that were made from the same" +
			" input with the same settings; never keeps all; always derains all again",
		choices = { "if-changed", "never", "always" }, persist = false)
	private String overwrite = Overwrite.IF_CHANGED.toString();

	@Parameter(label = "What was done", type = ItemIO.OUTPUT)
	private String summary;

	@Override
	String task() {
		return "Derain the folder " + input.getName();
	}

	@Override
	String cancelled() {
		return "Deraining the folder " + input.getName() + " was cancelled; the results so far stay.";
	}

	@Override
	boolean leavesResults() {
		return true;
	}

	@Override
	void work(final Progress progress) {
		final DerainSettings settings = settings();
		if (!input.isDirectory())
			throw new DrsformerException("There is no folder " + input + "; name a folder of images.");
		final DerainFiles files = DerainFiles.plan(BatchSettings.of(List.of(input.toPath()), output.toPath())
			.withRecursive(recursive)
			.withOutputs(new OutputNames("", "", keepending))
			.withOverwrite(Overwrite.parse(overwrite)));
		try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings)) {
			report(files.run(derainer, new CommandBatchListener(progress)));
		}
	}

	private void report(final BatchSummary done) {
		summary = Display.line(String.format(Locale.ROOT, "%d image%s derained into %s: %.1f megapixels in %.1f s",
			done.done().size(), done.done().size() == 1 ? "" : "s", output, done.megapixels(), done.seconds()) +
			(done.skipped() == 0 ? "" : "; " + done.skipped() + " existed already"));
		if (done.stopped() != null)
			throw new DrsformerException(done.stopped());
		if (!done.failed().isEmpty())
			throw new DrsformerException(done.failed().size() + " of " + (done.failed().size() + done.done().size()) +
				" images failed, the others are done; the first: " + done.failed().get(0).sentence() +
				" The log has all of them.");
	}
}
