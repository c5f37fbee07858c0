package org.drsformer.command.dialog.field;

import java.awt.BorderLayout;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.scijava.module.ModuleItem;

/** The path of a file or folder, which can be typed, chosen, or dropped. */
final class FileField extends Field {

	private static final int COLUMNS = 30;
	private static final int GAP = 4;

	private final JTextField box = new JTextField(COLUMNS);
	private final JButton browse = new JButton("Browse...");
	private final JPanel row = new JPanel(new BorderLayout(GAP, 0));

	FileField(final ModuleItem<?> item) {
		super(item);
		row.add(box);
		row.add(browse, BorderLayout.EAST);
		browse.addActionListener(
			event -> FileChoice.of(item, row, box.getText()).ifPresent(file -> box.setText(file.getPath())));
		FileDrop.on(box, file -> box.setText(file.getPath()));
		TextField.listen(box, this::changed);
	}

	@Override
	JComponent component() {
		return row;
	}

	@Override
	String text() {
		return box.getText();
	}

	@Override
	void show(final String text) {
		box.setText(text);
	}

	@Override
	void setEnabled(final boolean enabled) {
		box.setEnabled(enabled);
		browse.setEnabled(enabled);
	}
}
