package org.drsformer.command.dialog.importing;

import java.awt.Component;
import java.awt.Dialog.ModalityType;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

import org.drsformer.DrsformerException;
import org.drsformer.command.dialog.frame.DialogFrame;
import org.drsformer.command.dialog.frame.FileDrop;
import org.drsformer.command.help.HelpWindow;
import org.drsformer.io.PathText;
import org.drsformer.model.ModelLibrary;

/** Leads from a published model to an installed one: its page, the downloaded file, the check and the import. */
public final class ImportDialog {

	private static final String HELP = "models.md#import-a-model";

	private final JDialog window;
	private final ImportPanel panel = new ImportPanel();
	private final JButton ok = new JButton("Import");
	private Optional<String> imported = Optional.empty();

	private ImportDialog(final Component parent) {
		window = new JDialog(parent == null ? null : SwingUtilities.getWindowAncestor(parent), "Import a Model",
			ModalityType.DOCUMENT_MODAL);
		final DialogFrame frame = new DialogFrame(window);
		frame.add(panel, () -> HelpWindow.show(HELP), ok);
		ok.addActionListener(event -> start());
		FileDrop.on(window.getRootPane(), panel::propose);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowActivated(final WindowEvent event) {
				panel.refresh();
			}
		});
	}

	/**
	 * Lets the user import a model.
	 *
	 * @param parent may be null
	 * @param model the name of the model that is wanted; may be empty
	 * @param dropped the file to import; null to propose the newest download
	 * @return the name of the model; empty if the user has cancelled
	 */
	public static Optional<String> ask(final Component parent, final String model, final File dropped) {
		final ImportDialog dialog = new ImportDialog(parent);
		if (dropped != null)
			dialog.panel.propose(dropped);
		if (!model.isEmpty())
			dialog.panel.choose(model);
		dialog.window.pack();
		dialog.window.setLocationRelativeTo(parent);
		dialog.window.setVisible(true);
		return dialog.imported;
	}

	/** Checks and copies the file, which may take seconds. */
	private void start() {
		final String file = panel.file();
		final String name = panel.modelName();
		if (file.isEmpty()) {
			panel.tell("Choose the file to import, or drop it on this window.");
			return;
		}
		ok.setEnabled(false);
		panel.tell("Checking and copying the file...");
		new SwingWorker<String, Void>() {

			@Override
			protected String doInBackground() {
				return ModelLibrary.ofUser().importFile(PathText.parse(file), name).name();
			}

			@Override
			protected void done() {
				ok.setEnabled(true);
				finish(this);
			}
		}.execute();
	}

	private void finish(final SwingWorker<String, Void> worker) {
		try {
			imported = Optional.of(worker.get());
			window.dispose();
		}
		catch (final ExecutionException failure) {
			if (!(failure.getCause() instanceof DrsformerException))
				throw new IllegalStateException(failure.getCause());
			panel.tell(failure.getCause().getMessage());
			window.pack();
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
