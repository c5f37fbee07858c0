package org.drsformer.command.dialog.field;

import java.util.List;

import javax.swing.JComboBox;
import javax.swing.JComponent;

import org.scijava.module.ModuleItem;

/** One of several texts. */
final class ChoiceField extends Field {

	private final JComboBox<String> box;
	private final List<String> choices;

	ChoiceField(final ModuleItem<?> item, final List<String> choices) {
		super(item);
		this.choices = choices;
		box = new JComboBox<>(choices.toArray(String[]::new));
		box.addActionListener(event -> changed());
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	boolean offers(final String text) {
		return choices.contains(text);
	}

	@Override
	String text() {
		return (String) box.getSelectedItem();
	}

	@Override
	void show(final String text) {
		box.setSelectedItem(text);
	}

	@Override
	void setEnabled(final boolean enabled) {
		box.setEnabled(enabled);
	}
}
