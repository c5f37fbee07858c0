package org.drsformer.command.dialog.frame;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Listens to what users type. */
public final class TextChanges implements DocumentListener {

	private final Runnable listener;

	private TextChanges(final Runnable listener) {
		this.listener = listener;
	}

	/** Reports every change of the text of a box. */
	public static void on(final JTextComponent box, final Runnable listener) {
		box.getDocument().addDocumentListener(new TextChanges(listener));
	}

	@Override
	public void insertUpdate(final DocumentEvent event) {
		listener.run();
	}

	@Override
	public void removeUpdate(final DocumentEvent event) {
		listener.run();
	}

	@Override
	public void changedUpdate(final DocumentEvent event) {
		// of attributes, which a plain text has not
	}
}
