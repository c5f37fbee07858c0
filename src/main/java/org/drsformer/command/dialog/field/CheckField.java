package org.drsformer.command.dialog.field;

import javax.swing.JCheckBox;
import javax.swing.JComponent;

import org.scijava.module.ModuleItem;

/** Yes or no, as {@code true} or {@code false}. */
final class CheckField extends Field {

	private final JCheckBox box;

	CheckField(final ModuleItem<?> item) {
		super(item);
		box = new JCheckBox(item.getLabel());
		box.addItemListener(event -> changed());
	}

	@Override
	boolean hasLabel() {
		return false;
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	String text() {
		return Boolean.toString(box.isSelected());
	}

	@Override
	void show(final String text) {
		box.setSelected(Boolean.parseBoolean(text));
	}

	@Override
	void setEnabled(final boolean enabled) {
		box.setEnabled(enabled);
	}
}
