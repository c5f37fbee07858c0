package org.drsformer.command.dialog.field;

import java.awt.BorderLayout;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

import org.drsformer.command.dialog.frame.FileChoice;
import org.drsformer.command.dialog.frame.FileDrop;
import org.scijava.module.ModuleItem;

/** The path of a file or folder, which can be typed, chosen, or dropped. */
final class FileField extends BoxField {

	private static final int COLUMNS = 30;
	private static final int GAP = 4;

	private final JButton browse = new JButton("Browse...");
	private final JPanel row = new JPanel(new BorderLayout(GAP, 0));

	FileField(final ModuleItem<?> item) {
		super(item, COLUMNS);
		row.add(box);
		row.add(browse, BorderLayout.EAST);
		browse.addActionListener(
			event -> FileChoice.of(item, row, box.getText()).ifPresent(file -> box.setText(file.getPath())));
		FileDrop.on(box, file -> box.setText(file.getPath()));
	}

	@Override
	JComponent component() {
		return row;
	}

	@Override
	void setEnabled(final boolean enabled) {
		super.setEnabled(enabled);
		browse.setEnabled(enabled);
	}
}
