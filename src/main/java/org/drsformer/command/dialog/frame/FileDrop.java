package org.drsformer.command.dialog.frame;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler;

/** Lets a component take a file that is dropped on it. Copying and pasting of text stay as they were. */
public final class FileDrop extends TransferHandler {

	private static final long serialVersionUID = 1;

	private final transient TransferHandler before;
	private final transient Consumer<File> taker;

	private FileDrop(final TransferHandler before, final Consumer<File> taker) {
		this.before = before;
		this.taker = taker;
	}

	/** @param taker is given the first of the files that are dropped, after the drop */
	public static void on(final JComponent component, final Consumer<File> taker) {
		component.setTransferHandler(new FileDrop(component.getTransferHandler(), taker));
	}

	@Override
	public boolean canImport(final TransferSupport support) {
		return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)
			|| before != null && before.canImport(support);
	}

	@Override
	public boolean importData(final TransferSupport support) {
		if (!support.isDataFlavorSupported(DataFlavor.javaFileListFlavor))
			return before != null && before.importData(support);
		try {
			final List<?> files = (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
			// the program that the file comes from waits for the end of this method, and the taker may open a dialog
			files.stream().limit(1).forEach(file -> SwingUtilities.invokeLater(() -> taker.accept((File) file)));
			return !files.isEmpty();
		}
		catch (final UnsupportedFlavorException | IOException gone) {
			return false;
		}
	}

	@Override
	public void exportToClipboard(final JComponent component, final Clipboard clipboard, final int action) {
		if (before == null)
			super.exportToClipboard(component, clipboard, action);
		else
			before.exportToClipboard(component, clipboard, action);
	}
}
