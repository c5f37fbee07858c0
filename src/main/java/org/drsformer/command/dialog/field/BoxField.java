package org.drsformer.command.dialog.field;

import javax.swing.JComponent;
import javax.swing.JTextField;

import org.drsformer.command.dialog.frame.TextChanges;
import org.scijava.module.ModuleItem;

/** A field whose text is typed into a box. */
abstract class BoxField extends Field {

	final JTextField box;

	BoxField(final ModuleItem<?> item, final int columns) {
		super(item);
		box = new JTextField(columns);
		TextChanges.on(box, this::changed);
	}

	@Override
	JComponent component() {
		return box;
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
	}
}
