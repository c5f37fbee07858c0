package org.drsformer.command.dialog.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler.TransferSupport;

import org.junit.jupiter.api.Test;

class FileDropTest {

	private final List<File> taken = new ArrayList<>();

	/** Files as a file manager drops them. */
	private record Files(List<File> files) implements Transferable {

		@Override
		public DataFlavor[] getTransferDataFlavors() {
			return new DataFlavor[] { DataFlavor.javaFileListFlavor };
		}

		@Override
		public boolean isDataFlavorSupported(final DataFlavor flavor) {
			return flavor.equals(DataFlavor.javaFileListFlavor);
		}

		@Override
		public Object getTransferData(final DataFlavor flavor) {
			return files;
		}
	}

	@Test
	void theFirstFileIsTaken() throws Exception {
		final JPanel panel = new JPanel();
		FileDrop.on(panel, taken::add);
		final File file = new File("rain200h.pth");
		assertTrue(panel.getTransferHandler()
			.importData(new TransferSupport(panel, new Files(List.of(file, new File("other.pth"))))));
		SwingUtilities.invokeAndWait(() -> assertEquals(List.of(file), taken));
	}

	@Test
	void nothingElseIsTaken() throws Exception {
		final JPanel panel = new JPanel();
		FileDrop.on(panel, taken::add);
		assertFalse(panel.getTransferHandler().importData(new TransferSupport(panel, new Files(List.of()))));
		assertFalse(panel.getTransferHandler().importData(new TransferSupport(panel, new StringSelection("text"))));
		SwingUtilities.invokeAndWait(() -> assertEquals(List.of(), taken));
	}

	@Test
	void textIsPastedAsBefore() {
		final JTextField box = new JTextField();
		FileDrop.on(box, taken::add);
		assertTrue(box.getTransferHandler().importData(new TransferSupport(box, new StringSelection("/data/out"))));
		assertEquals("/data/out", box.getText());
	}
}
