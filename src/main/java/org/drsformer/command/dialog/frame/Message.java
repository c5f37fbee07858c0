package org.drsformer.command.dialog.frame;

import java.awt.Color;

import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A sentence in a dialog, as wide as the dialog: what is wrong, or what is being done. It can be copied. */
public final class Message extends JTextArea {

	private static final long serialVersionUID = 1;
	private static final int LEAST_WIDTH = 400;
	private static final Color RED = new Color(0xb00020);

	public Message() {
		setFont(UIManager.getFont("Label.font"));
		setForeground(RED);
		setOpaque(false);
		setEditable(false);
		setLineWrap(true);
		setWrapStyleWord(true);
	}

	/** Shows a sentence; an empty text shows none. The window must be packed then, since the height may change. */
	public void tell(final String sentence) {
		setText(sentence);
		// a text area knows its height only for the width that it has
		setSize(Math.max(LEAST_WIDTH, getWidth()), Short.MAX_VALUE);
	}
}
