package org.drsformer.command.dialog.field;

import java.io.File;

import javax.swing.JComponent;

import org.drsformer.DrsformerException;
import org.drsformer.command.option.OptionValue;
import org.scijava.module.ModuleItem;

/** A row of a dialog: an input of the command, and the component that shows and changes it as a text. */
abstract class Field {

	private final ModuleItem<?> item;
	private Runnable listener = () -> {};

	Field(final ModuleItem<?> item) {
		this.item = item;
	}

	ModuleItem<?> item() {
		return item;
	}

	/** Returns what the row shows to the right of the label. */
	abstract JComponent component();

	abstract String text();

	abstract void show(String text);

	abstract void setEnabled(boolean enabled);

	/** Returns whether a remembered text can be shown: a choice may be gone. */
	boolean offers(final String text) {
		return true;
	}

	/** Returns whether the text is remembered for the next dialog. */
	boolean isRemembered() {
		return true;
	}

	/** Returns whether the label stands to the left of the component, and not in it. */
	boolean hasLabel() {
		return true;
	}

	/** Takes a file that was dropped on the dialog, and returns true; or returns false if it has no use for it. */
	boolean accept(final File dropped) {
		return false;
	}

	/** Called before OK closes the dialog, to ask the user for what is missing. Returns whether to go on. */
	boolean complete() {
		return true;
	}

	/** Called when the window becomes the active one again: files may be there now. */
	void refresh() {
		// most fields show nothing that changes
	}

	/**
	 * Returns the value for the command.
	 *
	 * @throws DrsformerException if the text is invalid
	 */
	Object value() {
		final String text = text().strip();
		if (!text.isEmpty())
			return new OptionValue(item.getLabel(), item, text).read();
		if (item.getType() == String.class)
			return "";
		if (item.getType() == File.class && !item.isRequired())
			return null;
		throw new DrsformerException(item.getLabel() + " is missing; " +
			(item.getType() == File.class ? "choose a file or folder." : "give a value."));
	}

	final void setListener(final Runnable changed) {
		listener = changed;
	}

	/** Tells the dialog that the user has changed the text. */
	final void changed() {
		listener.run();
	}
}
