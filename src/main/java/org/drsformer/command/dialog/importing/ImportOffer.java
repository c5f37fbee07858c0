package org.drsformer.command.dialog.importing;

import java.awt.EventQueue;
import java.nio.file.Path;

import org.drsformer.model.ModelLibrary;

/** Offers to import a checkpoint that this program has made. */
public final class ImportOffer {

	private ImportOffer() {
		// static functions only
	}

	/**
	 * Opens the dialog that imports, and returns at once.
	 *
	 * @param like the file or folder after which the model is named, until the user says otherwise
	 */
	public static void show(final Path checkpoint, final Path like) {
		EventQueue.invokeLater(() -> ImportDialog.ask(null, ModelLibrary.nameFor(like), checkpoint.toFile()));
	}
}
