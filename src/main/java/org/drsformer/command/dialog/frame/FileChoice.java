package org.drsformer.command.dialog.frame;

import java.awt.Component;
import java.io.File;
import java.util.Optional;

import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/** Asks for a file or folder in a window of its own. */
public final class FileChoice {

	private final JFileChooser chooser = new JFileChooser();

	private FileChoice(final String start) {
		if (!start.isBlank())
			chooser.setSelectedFile(new File(start).getAbsoluteFile());
	}

	/** Asks for what an input needs, beginning at the given path, which may be empty. */
	public static Optional<File> of(final ModuleItem<?> item, final Component parent, final String start) {
		final FileChoice choice = new FileChoice(start);
		if (FileWidget.DIRECTORY_STYLE.equals(item.getWidgetStyle()))
			choice.chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
		return choice.ask(parent, "Choose: " + item.getLabel());
	}

	/** Asks for a checkpoint file. */
	public static Optional<File> ofCheckpoint(final Component parent, final String start) {
		final FileChoice choice = new FileChoice(start);
		choice.chooser
			.setFileFilter(new FileNameExtensionFilter("Checkpoints (.pth, .safetensors)", "pth", "safetensors"));
		return choice.ask(parent, "Choose a checkpoint");
	}

	/** The button says Choose also for a file that is written later. */
	private Optional<File> ask(final Component parent, final String title) {
		chooser.setDialogTitle(title);
		return chooser.showDialog(parent, "Choose") == JFileChooser.APPROVE_OPTION
			? Optional.of(chooser.getSelectedFile())
			: Optional.empty();
	}
}
