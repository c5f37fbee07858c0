package org.drsformer.command.dialog.field;

import java.io.File;

import javax.swing.JTextField;

import org.drsformer.command.window.WebPages;
import org.drsformer.model.PublishedModel;
import org.drsformer.network.configuration.Architecture;
import org.drsformer.command.dialog.frame.TextChanges;
import org.scijava.module.ModuleItem;

/** A model to manage: one of the list, a new name, or empty. */
final class LibraryField extends ModelField {

	LibraryField(final ModuleItem<?> item) {
		super(item);
		box.setEditable(true);
		box.insertItemAt("", 0);
		show("");
		TextChanges.on((JTextField) box.getEditor().getEditorComponent(), () -> {
			tell();
			changed();
		});
	}

	@Override
	void addButtons() {
		addButton("Authors' page",
			() -> WebPages.open(PublishedModel.byName(text())
				.map(PublishedModel::google)
				.orElse(PublishedModel.page(Architecture.DRSFORMER)), rows));
	}

	@Override
	boolean complete() {
		return true;
	}

	@Override
	boolean accept(final File dropped) {
		return false;
	}

	@Override
	boolean offers(final String text) {
		return true;
	}

	@Override
	String text() {
		return box.isEditable() ? ((JTextField) box.getEditor().getEditorComponent()).getText() : "";
	}
}
